import { controls } from './styles/controls.js';
import { frame } from './styles/frame.js';
import { help } from './styles/help.js';
import { narrow } from './styles/narrow.js';
import { panel } from './styles/panel.js';

/** The looks of the workbench; what comes later outranks what came before. */
export const styles = [controls, frame, panel, help, narrow];
