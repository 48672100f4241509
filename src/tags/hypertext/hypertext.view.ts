import type { TextFlow } from '../../contract/surface.js';
import type { Scope, TagContext, View } from '../../contract/view.js';
import { error, type Problem } from '../../model/problem.js';
import { flag } from '../parts/attributes.js';
import { mediaStateStyles } from '../parts/media-state.js';
import { savesText, showText } from '../parts/text-source.js';
import { pageAnchors } from './anchors.js';
import { pageStyles } from './page-styles.js';
import { readPageText } from './page-text.js';
import { loadPageReader, type Page, type PageOptions, type ReadPage } from './safe-page.js';
import { ShownText } from './shown-text.js';

/** A document in HTML to mark spans in; without a name, or without any text, it is only there to be read. */
export const hyperTextView: View = {
  styles: `
${mediaStateStyles}
.le-hypertext { box-sizing: border-box; min-width: 0; line-height: 1.6; overflow-wrap: break-word; }
.le-hypertext-flow {
  position: relative; max-height: 72cqh; overflow: auto;
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-hypertext[hidden] { display: none; }
${pageStyles}
`,
  mount(host, context) {
    const body = document.createElement('div');
    body.className = 'le-hypertext htx-richtext';
    const note = document.createElement('div');
    host.append(body, note);
    // Fetched beside the document.
    void loadPageReader().catch(() => {});
    let flow: TextFlow | undefined;
    showText(context, {
      what: 'document',
      body,
      note,
      markup: true,
      async show(html, url) {
        const page = await read(html, optionsOf(context, url));
        if (context.scope.signal.aborted) return undefined;
        if ('code' in page) return page;
        if (optionsOf(context, url).clickableLinks) keepWhileMarking(page.element, context.scope);
        const text = readPageText<Node>(page.element, page.origin);
        const isEmpty = !page.element.firstElementChild && text.text.trim() === '';
        if (!context.node.name || (text.text.trim() === '' && !isEmpty)) {
          showAlone(body, page);
          if (context.node.name) context.setFacts({ text: text.text, saveText: savesText(context) });
          return undefined;
        }
        body.classList.add('le-hypertext-flow');
        flow ??= await context.surface('flow', body);
        if (context.scope.signal.aborted) return undefined;
        configure(flow, context);
        const { element, sheets, origin } = page;
        flow.show(isEmpty ? '' : { text: text.text, element, pieces: text.pieces as never, ...(sheets && { sheets }) });
        const shown = new ShownText(text.pieces);
        const anchors = pageAnchors<Node>(element, text, origin.nameOf, (from, to) => shown.read(from, to));
        context.setFacts({ text: text.text, saveText: savesText(context), anchors });
        return undefined;
      },
    });
  },
};

async function read(html: string, options: PageOptions): Promise<Page | Problem> {
  let reader: ReadPage;
  try {
    reader = await loadPageReader();
  } catch {
    return error('tag/load-failed', 'The code that makes HTML harmless could not be fetched. Load the page again.');
  }
  try {
    return reader(html, options);
  } catch {
    return error(
      'media/unreadable',
      'This HTML cannot be made harmless, so it is not shown. Look for what is wrong in it.',
    );
  }
}

const optionsOf = ({ node: { attributes } }: TagContext, url: string | undefined) => ({
  inline: flag(attributes, 'inline') ?? false,
  clickableLinks: flag(attributes, 'clickableLinks') ?? false,
  url: url === undefined ? undefined : new URL(url, document.baseURI).href,
});

/** CSS pixels that a click may move. */
const STRAY = 4;

/** A drag that marks text in a link is no click on it. */
function keepWhileMarking(page: HTMLElement, scope: Scope): void {
  let from = { x: 0, y: 0 };
  scope.listen<PointerEvent>(page, 'pointerdown', ({ clientX, clientY }) => {
    from = { x: clientX, y: clientY };
  });
  scope.listen<MouseEvent>(page, 'click', (event) => {
    const moved = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    // A click by the keyboard has no place.
    if (event.detail > 0 && moved > STRAY) event.preventDefault();
  });
}

/** Shows a page without a way to mark anything in it. */
function showAlone(body: HTMLElement, { element, sheets }: Page): void {
  if (!sheets) return body.replaceChildren(element);
  const home = document.createElement('div');
  const root = home.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...sheets];
  root.append(element);
  body.replaceChildren(home);
}

function configure(flow: TextFlow, { node: { attributes } }: TagContext): void {
  const showLabels = flag(attributes, 'showLabels');
  flow.configure({
    selectable: flag(attributes, 'selectionEnabled') ?? true,
    ...(showLabels !== undefined && { showLabels }),
  });
}
