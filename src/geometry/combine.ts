import type { Combine } from '../contract/plugin.js';
import { loadClip } from '../shapes/clip.js';

/** How what regions cover on a picture is united, cut away and shared. */
export const combineOutlines: Combine = async (how, outlines) => {
  const clip = await loadClip();
  const [first, ...others] = outlines;
  if (!first) return [];
  return how === 'subtract' ? clip.subtract(first, others) : clip[how](outlines);
};
