import type { FlowContent, FlowPiece, Stage2D, StageView, TextFlow } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { PageText } from '../../media/pdf/page-text.js';
import { untracked } from '../../reactive/index.js';
import { bindTextDrag, type TextSpot } from './text-drag.js';

/** Milliseconds after which a view that moves is taken to rest. */
const REST = 120;

export const textLayerStyles = `
.le-pdf-text { position: absolute; inset: 0; overflow: hidden; }
.le-pdf-text[inert] { pointer-events: none; }
.le-pdf-text .le-flow { overflow: hidden; }
.le-pdf-text .le-flow-sheet { padding: 0; height: 100%; min-height: 0; }
.le-pdf-text .le-flow-text { position: absolute; inset: 0; line-height: 1; }
.le-pdf-text .le-flow-empty { display: none; }
.le-pdf-moving .le-flow-over { visibility: hidden; }
.le-pdf-lines { position: absolute; left: 0; top: 0; transform-origin: 0 0; user-select: none; -webkit-user-select: none; }
.le-pdf-lines span {
  position: absolute; white-space: pre; transform-origin: 0 0; color: transparent; cursor: text; user-select: text; -webkit-user-select: text; forced-color-adjust: none;
}
.le-pdf-lines span::selection { color: transparent; background: color-mix(in srgb, var(--le-accent) 35%, transparent); }
`;

export interface TextPage {
  readonly width: number;
  readonly height: number;
  readonly text: PageText;
}

/**
 * The text of the page on show, laid over its picture letter by letter and not to be seen: what is marked in it is. It
 * follows where the stage looks.
 *
 * @param page observable
 */
export function layText(
  flow: TextFlow,
  host: HTMLElement,
  stage: Stage2D,
  scope: Scope,
  page: () => TextPage | undefined,
): void {
  let content: FlowContent | undefined;
  let rests = () => {};
  const place = (view: StageView, { width, height }: TextPage) => {
    if (content) content.element.style.transform = `matrix(${matrixOf(view, width, height).join(', ')})`;
  };
  const settled = () => {
    host.classList.remove('le-pdf-moving');
    // Its places on the screen are others now.
    if (content) flow.show(content);
  };
  scope.react(() => {
    const now = page();
    untracked(() => {
      content = now && contentOf(now);
      if (now) place(stage.view, now);
      flow.show(content ?? '');
    });
  });
  scope.react(() => {
    const { view } = stage;
    const now = untracked(page);
    if (!now) return;
    place(view, now);
    host.classList.add('le-pdf-moving');
    rests();
    rests = scope.timeout(settled, REST);
  });
  // To bring a region into sight the surface scrolls; here it is the page that moves.
  const scroller = host.querySelector('[part~="surface"]');
  if (scroller) {
    scope.listen(scroller, 'scroll', () => {
      const { scrollLeft, scrollTop } = scroller;
      if (scrollLeft === 0 && scrollTop === 0) return;
      scroller.scrollTo(0, 0);
      stage.look({ x: stage.view.x - scrollLeft, y: stage.view.y - scrollTop });
    });
  }
  bindTextDrag(host, scope, ({ clientX, clientY }) => {
    const now = untracked(page);
    if (!now || !content) return undefined;
    const [x, y] = stage.toMedia(new DOMPoint(clientX, clientY));
    return spotAt(now, content.pieces, (x * now.width) / 100, (y * now.height) / 100);
  });
  // What the wheel does over the page it does over its text.
  const drawing = stage.host.querySelector('[part~="surface"]');
  scope.listen<WheelEvent>(
    host,
    'wheel',
    (event) => {
      const same = new WheelEvent('wheel', event);
      drawing?.dispatchEvent(same);
      if (same.defaultPrevented) event.preventDefault();
    },
    { passive: false },
  );
}

/** The edge of a letter that is nearest to a point of the page. */
function spotAt({ text }: TextPage, pieces: readonly FlowPiece[], x: number, y: number): TextSpot | undefined {
  let least = Number.POSITIVE_INFINITY;
  let spot: TextSpot | undefined;
  for (const [number, { node }] of pieces.entries()) {
    const found = text.runs[number]?.nearestTo(x, y);
    if (!found || found.distance >= least) continue;
    least = found.distance;
    spot = { node, offset: found.unit };
  }
  return spot;
}

function contentOf({ width, height, text }: TextPage): FlowContent {
  const element = document.createElement('div');
  element.className = 'le-pdf-lines';
  Object.assign(element.style, { width: `${width}px`, height: `${height}px` });
  const pieces: FlowPiece[] = [];
  for (const run of text.runs) {
    if (run.start >= text.text.length) break;
    const { x, y, angle, ascent, descent, size, family, rightToLeft } = run;
    const line = document.createElement('span');
    const node = document.createTextNode(run.text);
    line.append(node);
    if (rightToLeft) line.dir = 'rtl';
    // The base line starts at x, y; the box above it.
    const [left, top] = [x + Math.sin(angle) * ascent, y - Math.cos(angle) * ascent];
    Object.assign(line.style, {
      left: `${left}px`,
      top: `${top}px`,
      font: `${size}px ${family}`,
      lineHeight: `${ascent + descent}px`,
      transform: `rotate(${angle}rad) scaleX(${run.stretch()})`,
    });
    element.append(line);
    pieces.push({ node, start: run.start });
  }
  return { text: text.text, element, pieces };
}

/** From points of the page to CSS pixels of the stage, as CSS has it. */
function matrixOf({ x, y, zoom, rotation }: StageView, width: number, height: number): readonly number[] {
  switch (rotation) {
    case 90:
      return [0, zoom, -zoom, 0, x + height * zoom, y];
    case 180:
      return [-zoom, 0, 0, -zoom, x + width * zoom, y + height * zoom];
    case 270:
      return [0, -zoom, zoom, 0, x, y + width * zoom];
    default:
      return [zoom, 0, 0, zoom, x, y];
  }
}
