import { html, nothing, render } from 'lit';
import type { MediaFacts } from '../../contract/shape.js';
import type { Stage2D, StageOptions } from '../../contract/surface.js';
import type { TagNode } from '../../contract/tag.js';
import type { TagContext, View } from '../../contract/view.js';
import { type Dict, isList } from '../../model/json.js';
import { error } from '../../model/problem.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { flag, number, text } from '../parts/attributes.js';
import { barStyles } from '../parts/bar.js';
import { safeStyle } from '../parts/inline-style.js';
import { mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { pager } from './bar.js';
import { bindControls } from './controls.js';
import { type Page, Pages, urlsOf } from './pages.js';
import { mountStrip, stripStyles } from './strip.js';
import { Turns } from './turns.js';
import { viewMenuStyles } from './view-menu.js';

/** CSS pixels. */
const LEAST_HEIGHT = 160;

/** An image, or several as pages, to draw on. */
export const imageView: View = {
  styles: `
${mediaStateStyles}
${barStyles}
${stripStyles}
${viewMenuStyles}
.le-image { display: flex; flex-direction: column; flex: 1 0 auto; min-width: 0; }
.le-image-stage {
  position: relative; flex: 1 1 0; min-height: min(max(240px, 55cqh), var(--le-image-height, 100cqh)); max-height: var(--le-image-height); width: 100%; box-sizing: border-box; overflow: hidden;
  background: var(--le-surface-2); border-radius: var(--le-radius);
}
.le-image-surface { position: absolute; inset: 0; }
/* Over the picture, which would hide an outline. */
.le-image-stage:has([part="surface"]:focus-visible)::after {
  content: ""; position: absolute; inset: 0; pointer-events: none; border-radius: inherit; outline: 2px solid var(--le-accent); outline-offset: -2px;
}
.le-image-note { position: absolute; inset: 0; display: grid; pointer-events: none; }
.le-image-note > * { pointer-events: auto; }
.le-image-note:empty { display: none; }
`,
  async mount(host, context) {
    const { scope, node } = context;
    const { attributes } = node;
    const listed = attributes.valueList ?? context.data;
    const urls = urlsOf(listed);
    const frame = buildFrame(host, node);
    const crossOrigin = crossOriginOf(attributes);
    const pages = new Pages(context, urls, crossOrigin);
    const index = () => Math.min(Math.max(0, context.item), Math.max(0, urls.length - 1));
    const go = (page: number) => page >= 0 && page < urls.length && context.setItem(page);

    if (urls.length === 0 || urls.some((url) => url === '')) {
      const message = `The Image needs a URL as text${isList(listed) ? ' in every entry of its list' : ''}. Check its value and the task's data.`;
      context.report(error('task/wrong-data', message, node.at));
    }
    const loadAll = flag(attributes, 'lazyOff') ?? false;
    let shown = Promise.resolve();
    scope.react(() => {
      const page = index();
      if (urls.length > 0) untracked(() => (shown = pages.show(page, loadAll)));
    });
    scope.react(() => {
      const { state } = pages.at(index());
      const empty = html`<div class="le-media-note">There is no image in this task.</div>`;
      const retry = () => pages.retry(index());
      render(urls[index()] ? mediaNote(state, 'image', retry) : empty, frame.note);
    });

    const stage = await context.surface('stage2d', frame.surface);
    if (scope.signal.aborted) return;
    stage.configure(stageOptions(attributes));
    // A list counts its pages even when it has one: its results carry an item_index.
    const turns = new Turns(index);
    showPages(context, stage, pages, index, { counted: isList(listed), room: frame.stage, turns });
    const controls = bindControls(context, stage, (degrees) => turns.turn(degrees));
    if (urls.length > 1) {
      context.hotkey('ctrl+left', 'Previous image', () => go(index() - 1));
      context.hotkey('ctrl+right', 'Next image', () => go(index() + 1));
    }
    scope.react(() => {
      const pageControls = urls.length > 1 ? pager(index(), urls.length, go) : nothing;
      const rest = controls();
      const bar =
        pageControls === nothing && rest === nothing ? nothing : html`<div class="le-bar">${pageControls}${rest}</div>`;
      render(bar, frame.controls);
    });
    if (urls.length > 1) {
      const thumbnail = (page: number) => pages.thumbnail(page, index());
      mountStrip(host, scope, { count: urls.length, index, go, thumbnail, crossOrigin });
    }
    // Mounted is what is seen: the first picture, or why there is none.
    await shown;
  },
};

function buildFrame(host: HTMLElement, node: TagNode) {
  const make = (className: string, parent: HTMLElement): HTMLElement => {
    const element = document.createElement('div');
    element.className = className;
    parent.append(element);
    return element;
  };
  host.classList.add('le-fill', 'le-image');
  const stage = make('le-image-stage', host);
  stage.style.cssText = frameStyle(node);
  return {
    stage,
    surface: make('le-image-surface', stage),
    note: make('le-image-note', stage),
    controls: make('le-image-controls', host),
  };
}

/** The size that the config gives, if it does: by default the picture takes all the room there is. */
function frameStyle({ attributes, written }: TagNode): string {
  const said = new Set(Object.keys(written).map((name) => name.toLowerCase()));
  const length = (name: string): string | undefined => {
    const value = said.has(name.toLowerCase()) ? text(attributes, name)?.trim() : undefined;
    return value && /^\d+(\.\d+)?$/.test(value) ? `${value}px` : value;
  };
  const [width, height, maxWidth, maxHeight] = ['width', 'height', 'maxWidth', 'maxHeight'].map(length);
  const parts = [
    width && `width: ${width};`,
    height && `height: ${height}; flex: none; min-height: 0;`,
    maxWidth && `max-width: ${maxWidth};`,
    maxHeight && `max-height: ${maxHeight}; min-height: 0;`,
  ];
  return safeStyle(parts.filter(Boolean).join(''));
}

function crossOriginOf(attributes: Dict): 'anonymous' | 'use-credentials' | undefined {
  const wish = text(attributes, 'crossOrigin')?.toLowerCase();
  return wish === 'anonymous' || wish === 'use-credentials' ? wish : undefined;
}

function stageOptions(attributes: Dict): Partial<StageOptions> {
  const smoothing = flag(attributes, 'smoothing');
  const alignX = text(attributes, 'horizontalAlignment')?.toLowerCase();
  const alignY = text(attributes, 'verticalAlignment')?.toLowerCase();
  const options: Partial<StageOptions> = {
    crosshair: flag(attributes, 'crosshair') ?? false,
    gridSize: flag(attributes, 'grid') ? (number(attributes, 'gridSize') ?? 30) : 0,
    gridColour: text(attributes, 'gridColor') ?? '#EEEEF4',
    zoomable: flag(attributes, 'zoom') ?? true,
    zoomBy: number(attributes, 'zoomBy') ?? 1.1,
    negativeZoom: flag(attributes, 'negativeZoom') ?? false,
    ...(smoothing !== undefined && { smoothing }),
    ...((alignX === 'left' || alignX === 'center' || alignX === 'right') && { alignX }),
    ...((alignY === 'top' || alignY === 'center' || alignY === 'bottom') && { alignY }),
  };
  return options;
}

function defaultZoomOf(attributes: Dict): 'fit' | 'original' | 'auto' {
  const wish = text(attributes, 'defaultZoom')?.toLowerCase();
  return wish === 'original' || wish === 'auto' ? wish : 'fit';
}

/** Puts the page's pixels on the stage and says its facts; of a page that is not there (yet), only what is known. */
function showPages(
  context: TagContext,
  stage: Stage2D,
  pages: Pages,
  index: () => number,
  { counted, room, turns }: { readonly counted: boolean; readonly room: HTMLElement; readonly turns: Turns },
): void {
  const { scope, node } = context;
  const zoom = defaultZoomOf(node.attributes);
  let shown: Page | undefined;
  scope.react(() => {
    const page = pages.at(index());
    const { source } = page;
    untracked(() => {
      if (source && source === shown?.source) return;
      shown = page;
      stage.show(source);
      stage.look({ rotation: turns.now });
      if (source) stage.zoomTo(zoom);
    });
  });
  scope.react(() => {
    const rotation = turns.now;
    untracked(() => {
      if (rotation === stage.view.rotation) return;
      stage.look({ rotation });
      stage.zoomTo('fit');
    });
  });
  const width = observable.box(room.clientWidth);
  const measure = () => runInAction(() => room.clientWidth > 0 && width.set(room.clientWidth));
  // In the next frame: the observer would complain of a size that is changed while it tells of sizes.
  scope.onResize(room, () => scope.frame(measure));
  scope.react(() => {
    const { source } = pages.at(index());
    if (!source || width.get() === 0) return;
    const [across, down] = turns.now % 180 === 0 ? [source.width, source.height] : [source.height, source.width];
    // No higher than the picture is when it fills the width: what stands below it stays near. A strip has room to zoom.
    room.style.setProperty('--le-image-height', `${Math.max(LEAST_HEIGHT, (width.get() * down) / across)}px`);
  });
  scope.react(() => {
    const { source } = pages.at(index());
    const facts: MediaFacts = {
      rotation: turns.now,
      ...(source && { width: source.width, height: source.height }),
      ...(counted && { items: pages.urls.length }),
    };
    untracked(() => context.setFacts(facts));
  });
}
