/** The angle between two on the shorter way, `t` from 0 to 1; `whole` is a whole turn. Where they are the same, exactly that. */
export function turned(from: number, to: number, t: number, whole: number): number {
  const by = shortWay(from, to, whole);
  return from === to || by === 0 ? from : from + by * t;
}

/** How far it is from one angle to another on the shorter way: from minus half a turn up to half a turn. */
export function shortWay(from: number, to: number, whole: number): number {
  const by = (((to - from) % whole) + whole) % whole;
  return by > whole / 2 ? by - whole : by;
}
