import { controls } from './styles/controls.js';
import { details } from './styles/details.js';
import { frame } from './styles/frame.js';
import { help } from './styles/help.js';
import { narrow } from './styles/narrow.js';
import { panel } from './styles/panel.js';
import { regionMenuStyles } from './styles/region-menu.js';
import { suggestions } from './styles/suggestions.js';

/** The looks of the workbench; what comes later outranks what came before. */
export const styles = [controls, frame, panel, details, regionMenuStyles, suggestions, help, narrow];
