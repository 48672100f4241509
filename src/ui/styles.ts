import { controls } from './styles/controls.js';
import { frame } from './styles/frame.js';
import { narrow } from './styles/narrow.js';
import { panel } from './styles/panel.js';
import { suggestions } from './styles/suggestions.js';

/** The looks of what is always there of the workbench; what comes later outranks what came before. */
export const styles = [controls, frame, panel, suggestions, narrow];
