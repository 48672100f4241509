import { html, render } from 'lit';
import { observable, runInAction } from 'mobx';
import type { TextFlow } from '../../contract/surface.js';
import type { TagContext, View } from '../../contract/view.js';
import type { Outcome } from '../../model/problem.js';
import { flag, text } from '../parts/attributes.js';
import { type MediaState, mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { decodeText, fetchText, plainText } from './read-text.js';

/** A text to mark spans in; without a name it is only there to be read. */
export const textView: View = {
  styles: `
${mediaStateStyles}
.le-text { box-sizing: border-box; line-height: 1.7; overflow-wrap: anywhere; }
.le-text-plain { white-space: pre-wrap; }
.le-text-flow {
  position: relative; max-height: 72cqh; overflow: auto; padding: 10px 14px; box-sizing: border-box;
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-text-flow[hidden] { display: none; }
`,
  async mount(host, context) {
    const body = document.createElement('div');
    body.className = context.node.name ? 'le-text le-text-flow htx-text' : 'le-text le-text-plain htx-text';
    const note = document.createElement('div');
    host.append(body, note);
    if (!context.node.name) {
      return load(context, note, (value) => {
        body.textContent = value;
      });
    }
    const flow = await context.surface('flow', body);
    if (context.scope.signal.aborted) return;
    configure(flow, context);
    load(context, note, (value) => {
      flow.show(value);
      context.setFacts({ text: value, saveText: savesText(context) });
    });
  },
};

const isUrl = (context: TagContext): boolean => text(context.node.attributes, 'valueType')?.toLowerCase() === 'url';

function savesText(context: TagContext): boolean {
  const wish = text(context.node.attributes, 'saveTextResult')?.toLowerCase();
  return wish === 'yes' || (wish !== 'no' && !isUrl(context));
}

function configure(flow: TextFlow, { node: { attributes } }: TagContext): void {
  const showLabels = flag(attributes, 'showLabels');
  flow.configure({
    selectable: flag(attributes, 'selectionEnabled') ?? true,
    ...(showLabels !== undefined && { showLabels }),
  });
}

/** Shows inline text at once and text behind a URL when it is there; meanwhile, or if it fails, `note` says so. */
function load(context: TagContext, note: HTMLElement, show: (text: string) => void): void {
  const { scope, node, data } = context;
  const encoding = text(node.attributes, 'encoding')?.toLowerCase();
  const state = observable.box<MediaState>({ is: 'loading', loaded: 0 }, { deep: false });
  const url = isUrl(context) ? plainText(data).trim() : undefined;
  let forget = () => {};

  const set = (next: MediaState) => runInAction(() => state.set(next));
  const settle = (outcome: Outcome<string>) => {
    const problem = outcome.problems?.[0];
    if (outcome.value !== undefined) {
      show(outcome.value);
      set({ is: 'shown' });
    } else if (problem) {
      const placed = { ...problem, at: node.at };
      forget = context.report(placed);
      set({ is: 'failed', problem: placed, ...(url && { url }) });
    }
  };
  const start = async () => {
    forget();
    set({ is: 'loading', loaded: 0 });
    const outcome = url
      ? await fetchText(url, {
          signal: scope.signal,
          onProgress: (loaded, total) => set({ is: 'loading', loaded, ...(total !== undefined && { total }) }),
        })
      : { value: plainText(data) };
    if (scope.signal.aborted) return;
    settle(outcome.value === undefined ? outcome : decodeText(outcome.value, encoding));
  };

  scope.react(() => {
    const now = state.get();
    const body = note.previousElementSibling as HTMLElement;
    body.hidden = now.is === 'failed';
    render(html`${mediaNote(now, 'text', () => void start())}`, note);
  });
  void start();
}
