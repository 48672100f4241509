/**
 * A number that was multiplied and divided on its way, as it was before: 6.999999999999999 is 7. What has more than six
 * places behind the point stays.
 */
export function tidied(value: number): number {
  const near = Math.round(value * 1e6) / 1e6;
  return Math.abs(value - near) <= 1e-11 * Math.max(1, Math.abs(value)) ? near : value;
}
