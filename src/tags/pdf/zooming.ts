import { html, type TemplateResult } from 'lit';
import type { Stage2D } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { number, text } from '../parts/attributes.js';
import { barButton, zoomButtons } from '../parts/bar.js';
import { icons } from '../parts/icons.js';
import { pageIcons } from './page-icons.js';

export interface Zooming {
  /** As a page that has just come on show is to be looked at: what was fitted is fitted, else from its top. */
  turnedOver(): void;
  /** The room or the way it is turned is another. */
  refit(): void;
  template(): TemplateResult;
}

/** @param size of the page on show, in points; observable */
export function bindZooming(
  context: TagContext,
  stage: Stage2D,
  size: () => { readonly width: number; readonly height: number } | undefined,
  turn: (degrees: 90 | -90) => void,
): Zooming {
  const { attributes } = context.node;
  const step = number(attributes, 'zoomBy') ?? 1.1;
  stage.configure({ zoomBy: step });
  /** The zoom at which the page is as wide as the room, while that is what is wanted. */
  let asWide: number | undefined;
  let first: 'page' | 'width' | undefined =
    text(attributes, 'defaultZoom')?.toLowerCase() === 'width' ? 'width' : 'page';

  const fitWidth = () => {
    const page = size();
    const room = stage.host.clientWidth;
    if (!page || room === 0) return;
    const across = stage.view.rotation % 180 === 0 ? page.width : page.height;
    stage.look({ zoom: room / across, x: 0, y: 0 });
    asWide = stage.view.zoom;
  };
  const to = (what: 'fit' | 'original') => {
    asWide = undefined;
    stage.zoomTo(what);
  };
  const by = (steps: number) => stage.zoomBy(step ** (2 * steps));
  const marked = () => (context.target.of === 'regions' ? context.target.ids[0] : undefined);
  const toRegion = () => {
    const id = marked();
    if (id !== undefined) stage.zoomToRegion(id);
  };
  // Plus without Shift, where the two share a key.
  context.hotkey('ctrl+plus, ctrl+=', 'Zoom in', () => by(1));
  context.hotkey('ctrl+minus', 'Zoom out', () => by(-1));
  context.hotkey('shift+1', 'Fit page', () => to('fit'));
  context.hotkey('shift+2', 'Zoom to actual size', () => to('original'));
  context.hotkey('shift+3', 'Zoom to selected region', toRegion);
  context.hotkey('shift+4', 'Fit width', fitWidth);
  context.hotkey('alt+left', 'Rotate left', () => turn(-90));
  context.hotkey('alt+right', 'Rotate right', () => turn(90));

  const isAsWide = () => asWide !== undefined && stage.view.zoom === asWide;
  return {
    turnedOver() {
      if (first === 'width' || isAsWide()) fitWidth();
      else if (first === 'page') stage.zoomTo('fit');
      else stage.look({ y: 0 });
      first = undefined;
    },
    refit() {
      if (isAsWide()) fitWidth();
    },
    template: () => html`<div class="le-bar-group" role="group" aria-label="Rotation"
      >${barButton('Rotate left', 'Alt Left', icons.turnLeft, () => turn(-90))}${barButton('Rotate right', 'Alt Right', icons.turnRight, () => turn(90))}</div>
    ${zoomButtons(stage.view.zoom, { by, to })}
    <div class="le-bar-group">${barButton('Fit width', 'Shift 4', pageIcons.width, fitWidth)}${barButton('Zoom to selected region', 'Shift 3', icons.toRegion, toRegion, marked() === undefined)}</div>`,
  };
}
