import { draw, type DrawName, tickKeys } from '../random/index.js';

/** The draws of one name: opened at a tick, then one for each entity id. */
export class Stream {
  k0 = 0;
  k1 = 0;
  private run = -1;
  private tick = -1;

  constructor(
    private readonly luck: Luck,
    private readonly name: DrawName,
  ) {}

  /** The draw of an entity at a tick. A rule that draws for all of them takes `k0` and `k1` of `open` instead. */
  draw(tick: number, id: number): number {
    return draw(this.open(tick).k0, this.k1, id);
  }

  /** Sets `k0` and `k1` for a tick; made once a month however many ask. */
  open(tick: number): this {
    if (this.tick === tick && this.run === this.luck.run) return this;
    tickKeys(this.luck.root, this.luck.replicate, this.name, tick, keys);
    this.k0 = keys[0]!;
    this.k1 = keys[1]!;
    this.tick = tick;
    this.run = this.luck.run;
    return this;
  }
}

const keys = new Int32Array(2);

/** The draws of one replicate. */
export class Luck {
  root: Uint32Array = new Uint32Array(4);
  replicate = 0;
  /** Counts replicates, so that no stream keeps keys of the one before. */
  run = 0;
  /** Keys of the name opened last. */
  k0 = 0;
  k1 = 0;
  private readonly streams = new Map<DrawName, Stream>();

  begin(root: Uint32Array, replicate: number): void {
    this.root = root;
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
