import { FrameTable } from '../../media/video/frame-table.js';

/** Rates that differ by less than this share are the same: 29.97 is written for 30000/1001. */
const SAME = 0.002;

/**
 * The frames that results count in. A config that gives a frame rate counts at that rate, whatever the file has: the
 * numbers of results that were made with it go on meaning the same. Else, and where the two are the same, they are the
 * frames of the file.
 *
 * @param rate as the config gives it: frames a second, or seconds a frame where it is less than 1
 */
export function frameGrid(frames: FrameTable, rate: unknown): FrameTable {
  const wished = rateOf(rate);
  if (wished === undefined) return frames;
  if (Math.abs(wished / frames.frameRate - 1) < SAME) return frames;
  return FrameTable.even(Math.max(1, Math.ceil(frames.duration * wished - 1e-6)), wished);
}

/** Frames a second, as a config or task says them; undefined where it says none. */
export function rateOf(rate: unknown): number | undefined {
  const given = typeof rate === 'string' ? Number(rate) : rate;
  if (typeof given !== 'number' || !Number.isFinite(given) || given <= 0) return undefined;
  return given < 1 ? 1 / given : given;
}

/** Where a time lies on an axis of frames: frame k takes the room from k to k + 1. */
export function axisOf(grid: FrameTable, seconds: number): number {
  const frame = grid.frameAt(seconds);
  const [start, end] = [grid.timeOf(frame), grid.endOf(frame)];
  const share = end > start ? (seconds - start) / (end - start) : 0;
  return frame + Math.max(0, Math.min(0.999, share));
}
