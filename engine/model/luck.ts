import { type DrawName, tickKeys } from '../random/index.js';

/** Keys of a draw name, with the run and the tick for which they hold. */
interface Stream {
  run: number;
  tick: number;
  k0: number;
  k1: number;
}

/** The draws of one replicate: opens the stream of a draw name at a tick, entity ids do the rest. */
export class Luck {
  k0 = 0;
  k1 = 0;
  private readonly keys = new Int32Array(2);
  /** A name is opened for many entities in a row of one month, in turn with others: its keys are made once. */
  private readonly streams = new Map<DrawName, Stream>();
  private root: Uint32Array = new Uint32Array(4);
  private replicate = 0;
  private run = 0;

  begin(root: Uint32Array, replicate: number): void {
    this.root = root;
    this.replicate = replicate;
    this.run++;
  }

  /** Sets `k0` and `k1`, under which `draw` gives each entity its own uniform of this name and tick. */
  open(name: DrawName, tick: number): void {
    let stream = this.streams.get(name);
    if (stream === undefined) this.streams.set(name, (stream = { run: 0, tick: 0, k0: 0, k1: 0 }));
    if (stream.run !== this.run || stream.tick !== tick) {
      tickKeys(this.root, this.replicate, name, tick, this.keys);
      stream.run = this.run;
      stream.tick = tick;
      stream.k0 = this.keys[0]!;
      stream.k1 = this.keys[1]!;
    }
    this.k0 = stream.k0;
    this.k1 = stream.k1;
  }
}
