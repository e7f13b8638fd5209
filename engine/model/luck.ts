import { draw, type DrawName, tickKeys } from '../random/index.js';

/** The draws of one name: opened at a tick, then one for each entity id. */
export class Stream {
  k0 = 0;
  k1 = 0;
  private run = -1;
  /** Two keys a tick, and whether they are made: scenarios of one replicate share them. */
  private keys = new Int32Array(0);
  private made = new Uint8Array(0);

  constructor(
    private readonly luck: Luck,
    private readonly name: DrawName,
  ) {}

  /** The draw of an entity at a tick. A rule that draws for all of them takes `k0` and `k1` of `open` instead. */
  draw(tick: number, id: number): number {
    return draw(this.open(tick).k0, this.k1, id);
  }

  /** Sets `k0` and `k1` for a tick; made once a replicate however many ask. */
  open(tick: number): this {
    if (this.run !== this.luck.run) this.forget();
    if (tick >= this.made.length) this.grow(tick);
    if (this.made[tick] === 0) {
      tickKeys(this.luck.root, this.luck.replicate, this.name, tick, this.keys, 2 * tick);
      this.made[tick] = 1;
    }
    this.k0 = this.keys[2 * tick]!;
    this.k1 = this.keys[2 * tick + 1]!;
    return this;
  }

  private forget(): void {
    this.made.fill(0);
    this.run = this.luck.run;
  }

  private grow(tick: number): void {
    const { keys, made } = this;
    this.made = new Uint8Array(2 * tick + 1);
    this.keys = new Int32Array(2 * this.made.length);
    this.made.set(made);
    this.keys.set(keys);
  }
}

/** The draws of one replicate. */
export class Luck {
  root: Uint32Array = new Uint32Array(4);
  replicate = -1;
  /** Counts changes of replicate or seed: what was made of the ones before no longer holds. */
  run = 0;
  /** Keys of the name opened last. */
  k0 = 0;
  k1 = 0;
  private readonly streams = new Map<DrawName, Stream>();

  begin(root: Uint32Array, replicate: number): void {
    if (this.replicate === replicate && root.every((word, i) => word === this.root[i])) return;
    this.root = root.slice();
    this.replicate = replicate;
    this.run++;
  }

  /** The stream of a name; a rule asks for it once. */
  stream(name: DrawName): Stream {
    let stream = this.streams.get(name);
    if (stream === undefined) this.streams.set(name, (stream = new Stream(this, name)));
    return stream;
  }

  /** Sets `k0` and `k1`, under which `draw` gives each entity its own uniform of this name and tick. */
  open(name: DrawName, tick: number): void {
    const stream = this.stream(name).open(tick);
    this.k0 = stream.k0;
    this.k1 = stream.k1;
  }
}
