/** `1:02:03.450`, `2:03.450`: hours only where there are any. @param decimals of a second */
export function timeText(seconds: number, decimals = 3): string {
  if (!Number.isFinite(seconds)) return '–';
  const scale = 10 ** decimals;
  // Rounded once, so that no 59.9996 becomes 60.000.
  const total = Math.round(Math.abs(seconds) * scale);
  const whole = Math.floor(total / scale);
  const rest = decimals > 0 ? `.${String(total % scale).padStart(decimals, '0')}` : '';
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const front = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${seconds < 0 && total > 0 ? '−' : ''}${front}:${two(whole % 60)}${rest}`;
}

/** Seconds as they are written in a field: to the millisecond. */
export const toMillisecond = (seconds: number): number => Math.round(seconds * 1000) / 1000;
