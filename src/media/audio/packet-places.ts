/**
 * Which sample each packet's sound ends with. It is counted, as the times in a container may be rounded to milliseconds
 * or leave out what a decoder drops at the start.
 */
export class PacketPlaces {
  readonly #times: number[] = [];
  readonly #ends: number[] = [];
  readonly #silent: number;

  /** @param silent packets at the start that nothing is heard of */
  constructor(silent: number) {
    this.#silent = silent;
  }

  /** A packet is decoded. @param time as the container has it */
  fed(time: number): void {
    this.#times.push(time);
  }

  /** What the next packet decodes to ends at a sample. */
  heard(end: number): void {
    this.#ends.push(end);
  }

  /** Where the packet of a time ends; undefined where that is not known. @param isAll whether all have been decoded */
  endOf(time: number, isAll: boolean): number | undefined {
    // A decoder that gives less or more than one piece for a packet cannot be counted.
    if (isAll && this.#ends.length !== this.#times.length - this.#silent) return undefined;
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] as number) < time) low = middle + 1;
      else high = middle;
    }
    return this.#times[low] === time ? this.#ends[low - this.#silent] : undefined;
  }
}
