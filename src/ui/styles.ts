import { frame } from './styles/frame.js';
import { theme } from './theme.js';

/** The looks of what is there from the beginning; those of all else come with it. */
export const styles = [theme, frame];
