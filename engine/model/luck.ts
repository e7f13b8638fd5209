import { type DrawName, tickKeys } from '../random/index.js';

/** The draws of one replicate: opens the stream of a draw name at a tick, entity ids do the rest. */
export class Luck {
  k0 = 0;
  k1 = 0;
  private readonly keys = new Int32Array(2);
  private root: Uint32Array = new Uint32Array(4);
  private replicate = 0;

  begin(root: Uint32Array, replicate: number): void {
    this.root = root;
    this.replicate = replicate;
  }

  /** Sets `k0` and `k1`, under which `draw` gives each entity its own uniform of this name and tick. */
  open(name: DrawName, tick: number): void {
    tickKeys(this.root, this.replicate, name, tick, this.keys);
    this.k0 = this.keys[0]!;
    this.k1 = this.keys[1]!;
  }
}
