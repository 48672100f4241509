import type { Layer } from '../../contract/surface.js';
import { commonEnds } from './bounds.js';
import type { Size } from './camera.js';
import { InstanceWriter, STRIDE } from './webgl-instances.js';

/** Instances that are others than before: from `from` up to but not including `to`. */
export interface Changed {
  readonly from: number;
  readonly to: number;
}

/**
 * The instances of all layers in the order they are painted. When some layers come, go or change, only theirs are written;
 * those of the others are moved.
 */
export class LayerStream {
  #layers: readonly Layer[] = [];
  /** Of each layer the first instance, and behind the last layer their number. */
  #starts = new Uint32Array(1);
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #picture: Size = { width: 0, height: 0 };
  #halo = true;

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  get count(): number {
    return this.#starts[this.#layers.length] as number;
  }

  update(layers: readonly Layer[], picture: Size, halo: boolean): Changed {
    const { width, height } = this.#picture;
    if (width !== picture.width || height !== picture.height || halo !== this.#halo) {
      [this.#layers, this.#starts] = [[], new Uint32Array(1)];
    }
    [this.#picture, this.#halo] = [picture, halo];
    const [head, tail] = commonEnds(this.#layers, layers);
    const start = this.#starts[head] as number;
    const endBefore = this.#starts[this.#layers.length - tail] as number;
    const before = this.count;
    const starts = new Uint32Array(layers.length + 1);
    const middle = this.#write(layers, head, layers.length - tail, starts);
    const moved = start + middle.count - endBefore;
    for (let i = 0; i <= tail; i++) {
      starts[layers.length - tail + i] = (this.#starts[this.#layers.length - tail + i] as number) + moved;
    }
    this.#replace(start, endBefore, before, middle);
    [this.#layers, this.#starts] = [layers, starts];
    return { from: start, to: moved === 0 ? start + middle.count : this.count };
  }

  /** Writes the layers from `head` up to but not including `end`, and fills in where they and those before start. */
  #write(layers: readonly Layer[], head: number, end: number, starts: Uint32Array): InstanceWriter {
    const writer = new InstanceWriter(this.#picture, this.#halo);
    const places = new Map<Layer, number>();
    const lastBefore = this.#layers.length - (layers.length - end);
    for (let i = head; i < lastBefore; i++) places.set(this.#layers[i] as Layer, i);
    starts.set(this.#starts.subarray(0, head + 1));
    const start = this.#starts[head] as number;
    // Neighbours that were neighbours before are copied together.
    let [from, to] = [0, 0];
    const flush = () => {
      if (to > from) writer.copy(this.#bytes.subarray(from * STRIDE, to * STRIDE));
      from = to;
    };
    for (let i = head; i < end; i++) {
      const layer = layers[i] as Layer;
      starts[i] = start + writer.count + (to - from);
      const place = places.get(layer);
      if (place === undefined) {
        flush();
        writer.add(layer);
        continue;
      }
      const first = this.#starts[place] as number;
      if (first !== to) {
        flush();
        from = first;
      }
      to = this.#starts[place + 1] as number;
    }
    flush();
    return writer;
  }

  /** @param end of what is replaced, and `count` of all, in instances */
  #replace(start: number, end: number, count: number, middle: InstanceWriter): void {
    if (start === 0 && end === count) {
      this.#bytes = middle.bytes;
      return;
    }
    const needed = (start + middle.count + count - end) * STRIDE;
    const bytes = needed > this.#bytes.length ? new Uint8Array(needed * 2) : this.#bytes;
    if (bytes !== this.#bytes) bytes.set(this.#bytes.subarray(0, start * STRIDE));
    const after = (start + middle.count) * STRIDE;
    const rest = this.#bytes.subarray(end * STRIDE, count * STRIDE);
    if (bytes !== this.#bytes || after !== end * STRIDE) bytes.set(rest, after);
    bytes.set(middle.bytes.subarray(0, middle.count * STRIDE), start * STRIDE);
    this.#bytes = bytes;
  }
}
