/** Seconds as people read them, to the millisecond: `1:02:03.250`, `2:03.250`. */
export function timeText(seconds: number): string {
  const all = Math.round(Math.abs(seconds) * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60];
  const rest = `${two(Math.floor(all / 1000) % 60)}.${String(all % 1000).padStart(3, '0')}`;
  const sign = seconds < 0 && all > 0 ? '-' : '';
  return hours > 0 ? `${sign}${hours}:${two(minutes)}:${rest}` : `${sign}${minutes}:${rest}`;
}

/** Seconds as they are written in a field: to the millisecond. */
export const toMillisecond = (seconds: number): number => Math.round(seconds * 1000) / 1000;
