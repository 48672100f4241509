import { html, nothing, type TemplateResult } from 'lit';
import type { Stage2D } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';
import { flag, number } from '../parts/attributes.js';
import { barButton, zoomButtons } from '../parts/bar.js';
import { icons } from '../parts/icons.js';
import { rotateButtons, slider } from './bar.js';
import { viewMenu } from './view-menu.js';

/**
 * Zoom, rotation, brightness and contrast, as far as the config wants them; returns what draws their controls.
 *
 * @param turn turns the page on show
 */
export function bindControls(
  context: TagContext,
  stage: Stage2D,
  turn: (degrees: 90 | -90) => void,
): () => TemplateResult | typeof nothing {
  const { attributes } = context.node;
  const wants = (name: string): boolean => flag(attributes, name) ?? name === 'zoomControl';
  const filter = observable({ brightness: 1, contrast: 1 });
  const adjust = (name: 'brightness' | 'contrast') => (value: number) => {
    runInAction(() => {
      filter[name] = value;
    });
    stage.configure({ [name]: value });
  };
  if (wants('rotateControl')) {
    context.hotkey('alt+left', 'Rotate left', () => turn(-90));
    context.hotkey('alt+right', 'Rotate right', () => turn(90));
  }
  const zoom = wants('zoomControl') ? bindZoom(context, stage) : undefined;
  const names = ['brightnessControl', 'contrastControl', 'rotateControl', 'zoomControl'];
  if (!names.some(wants)) return () => nothing;
  return () => html`<div class="le-bar-group le-bar-end">
    ${wants('brightnessControl') ? slider('Brightness', icons.brightness, filter.brightness, adjust('brightness')) : nothing}
    ${wants('contrastControl') ? slider('Contrast', icons.contrast, filter.contrast, adjust('contrast')) : nothing}
    ${wants('rotateControl') ? rotateButtons(turn) : nothing}
    ${zoom?.()}
  </div>`;
}

function bindZoom(context: TagContext, stage: Stage2D): () => TemplateResult {
  const step = number(context.node.attributes, 'zoomBy') ?? 1.1;
  const by = (steps: number) => stage.zoomBy(step ** (2 * steps));
  const to = (what: 'fit' | 'original') => stage.zoomTo(what);
  const marked = () => (context.target.of === 'regions' ? context.target.ids[0] : undefined);
  const toRegion = () => {
    const id = marked();
    if (id !== undefined) stage.zoomToRegion(id);
  };
  // Plus without Shift, where the two share a key.
  context.hotkey('ctrl+plus, ctrl+=', 'Zoom in', () => by(1));
  context.hotkey('ctrl+minus', 'Zoom out', () => by(-1));
  context.hotkey('shift+1', 'Zoom to fit', () => to('fit'));
  context.hotkey('shift+2', 'Zoom to actual size', () => to('original'));
  context.hotkey('shift+3', 'Zoom to selected region', toRegion);
  const toggles = bindToggles(context, stage);
  return () => html`${zoomButtons(stage.view.zoom, { by, to })}
    <div class="le-bar-group">${barButton('Zoom to selected region', 'Shift 3', icons.toRegion, toRegion, marked() === undefined)}
    ${toggles()}</div>`;
}

/** The picture as it is shown now; what the attributes say is how it is shown first. */
function bindToggles({ node }: TagContext, stage: Stage2D): () => TemplateResult {
  const gridSize = number(node.attributes, 'gridSize') ?? 30;
  return () => {
    const { smoothing, gridSize: grid, crosshair } = stage.options;
    return viewMenu(`le-view-${node.key}`, [
      { name: 'Smooth pixels', on: smoothing, set: (on) => stage.configure({ smoothing: on }) },
      { name: 'Grid', on: grid > 0, set: (on) => stage.configure({ gridSize: on ? gridSize : 0 }) },
      { name: 'Crosshair', on: crosshair, set: (on) => stage.configure({ crosshair: on }) },
    ]);
  };
}
