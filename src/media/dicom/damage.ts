/** What is wrong with a code stream; thrown while it is decoded and caught where a frame is. */
export class Damage extends Error {}
