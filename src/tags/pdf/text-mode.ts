import { html, nothing, type TemplateResult } from 'lit';
import type { Stage2D } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { pageIcons } from './page-icons.js';
import { layText, type TextPage } from './text-layer.js';

/** What draws on pages: where a config has one of them, that is what a press is for at first. */
const drawing = [
  'box',
  'box3',
  'ocr-box',
  'ellipse',
  'polygon',
  'multipolygon',
  'point',
  'vector',
  'skeleton',
  'brush',
  'bitmask-brush',
];

/**
 * Whether the pointer selects text of the page, or draws on its picture; returns what switches between them. The text is
 * laid over the page when it is first wanted.
 *
 * @param host over the stage; @param page observable, with a text
 */
export function bindTextMode(
  context: TagContext,
  stage: Stage2D,
  host: HTMLElement,
  page: () => TextPage | undefined,
): () => TemplateResult | typeof nothing {
  const { scope } = context;
  const marks = () => context.action('tool:span') !== undefined;
  const draws = () => drawing.some((name) => context.action(`tool:${name}`));
  const chosen = observable.box<boolean | undefined>(undefined);
  const isOn = () => (chosen.get() ?? (marks() && !draws())) && hasText();
  const hasText = () => (page()?.text.words.length ?? 0) > 0;
  const toggle = () => hasText() && runInAction(() => chosen.set(!isOn()));
  context.hotkey('alt+t', 'Select text', toggle);
  const open = async () => {
    const flow = await context.surface('flow', host);
    if (!scope.signal.aborted) layText(flow, host, stage, scope, page);
  };
  let opened = false;
  scope.react(() => {
    host.inert = !isOn();
    // Spans that are there already are to be seen, too.
    if (opened || !(isOn() || marks())) return;
    opened = true;
    untracked(() => void open());
  });
  return () =>
    hasText()
      ? html`<div class="le-bar-group"><button
          type="button" aria-label="Select text" title="Select text, to copy or to mark it — Alt T" aria-pressed=${isOn() ? 'true' : 'false'} @click=${toggle}
        >${pageIcons.text}</button></div>`
      : nothing;
}
