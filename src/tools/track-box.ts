import { videoRectangleShape } from '../shapes/videorectangle/shape.js';
import { boxTool } from './box.js';
import { tracked } from './tracked.js';

/** Draws a box in the frame on show, which goes on from there; as a box on a picture is drawn. */
export const trackBoxTool = tracked(boxTool, videoRectangleShape, { name: 'track-box', title: 'Tracked rectangle' });
