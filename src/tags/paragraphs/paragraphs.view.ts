import { html, render } from 'lit';
import type { TextFlow } from '../../contract/surface.js';
import type { TagContext, View } from '../../contract/view.js';
import { isDict, isList } from '../../model/json.js';
import type { Outcome } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { flag, text } from '../parts/attributes.js';
import { barStyles } from '../parts/bar.js';
import { fetchText } from '../parts/fetch-text.js';
import { searchFieldStyles } from '../parts/field.js';
import { type MediaState, mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { authorFilterStyles } from './author-filter.js';
import { Dialogue } from './dialogue.js';
import { DialogueBench } from './dialogue-bench.js';
import { type Phrase, type PhraseKeys, parsePhrases, readPhrases } from './read-phrases.js';

/** A dialogue to mark spans in; without a name it is only there to be read. */
export const paragraphsView: View = {
  styles: `
${mediaStateStyles}
${barStyles}
${searchFieldStyles}
${authorFilterStyles}
.le-phrases { box-sizing: border-box; }
.le-phrases-body { position: relative; max-height: 72cqh; overflow: auto; box-sizing: border-box; line-height: 1.7; overflow-wrap: anywhere; }
.le-phrases-flow { background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius); }
.le-phrases-body[hidden] { display: none; }
.le-phrases audio { display: block; width: 100%; height: 36px; margin-bottom: 4px; }
.le-phrases .le-bar { padding: 0 0 4px; }
.le-phrases .le-bar input { accent-color: var(--le-accent); margin: 0; }
.le-bar .le-phrases-trouble { color: var(--le-text); overflow-wrap: anywhere; }
.le-bar .le-phrases-trouble .le-icon { color: var(--le-danger); vertical-align: -3px; }
.le-bar .le-phrases-trouble button, .le-phrases-empty button { color: var(--le-text); border: 1px solid var(--le-line); }
`,
  async mount(host, context) {
    const { scope, node } = context;
    host.classList.add('le-phrases');
    const make = (className: string) => {
      const element = document.createElement('div');
      element.className = className;
      host.append(element);
      return element;
    };
    const [player, bar, body, note] = ['le-phrases-player', 'le-bar', 'le-phrases-body', 'le-phrases-note'].map(make);
    if (!player || !bar || !body || !note) return;
    const [flow, clock] = await Promise.all([
      node.name ? context.surface('flow', body) : undefined,
      plays(context) ? context.clock() : undefined,
    ]);
    if (scope.signal.aborted) return;
    if (flow) {
      body.classList.add('le-phrases-flow');
      configure(flow, context);
    }
    load(context, { body, note }, (phrases) => {
      new DialogueBench(context, { player, bar, body, flow, clock }, new Dialogue(phrases)).start();
    });
  },
};

function plays({ node: { attributes } }: TagContext): boolean {
  return text(attributes, 'audioUrl') !== undefined || text(attributes, 'sync') !== undefined;
}

function configure(flow: TextFlow, { node: { attributes } }: TagContext): void {
  const showLabels = flag(attributes, 'showLabels');
  flow.configure({
    selectable: flag(attributes, 'selectionEnabled') ?? true,
    ...(showLabels !== undefined && { showLabels }),
  });
}

/** The old Dialog had its authors under `name`. */
function keysOf({ node, data }: TagContext): PhraseKeys {
  const name = text(node.attributes, 'nameKey') ?? 'author';
  const old =
    node.tag.toLowerCase() === 'dialog' && isList(data) && data.every((one) => !isDict(one) || !(name in one));
  return { name: old ? 'name' : name, text: text(node.attributes, 'textKey') ?? 'text' };
}

interface Place {
  readonly body: HTMLElement;
  readonly note: HTMLElement;
}

/** Shows phrases of the task at once and those behind a URL when they are there; meanwhile, or if it fails, a note says so. */
function load(context: TagContext, { body, note }: Place, show: (phrases: readonly Phrase[]) => void): void {
  const { scope, node, data } = context;
  const isRemote = text(node.attributes, 'valueType')?.toLowerCase() === 'url';
  const url = isRemote && typeof data === 'string' ? data.trim() : undefined;
  const state = observable.box<MediaState>({ is: 'loading', loaded: 0 });
  let forget = () => {};

  const set = (next: MediaState) => runInAction(() => state.set(next));
  const settle = ({ value, problems = [] }: Outcome<readonly Phrase[]>) => {
    const placed = problems.map((problem) => ({ ...problem, at: node.at }));
    const takeBack = placed.map((problem) => context.report(problem));
    forget = () => {
      for (const take of takeBack) take();
    };
    const [problem] = placed;
    if (value) {
      show(value);
      set({ is: 'shown' });
    } else if (problem) set({ is: 'failed', problem, ...(url && { url }) });
  };
  const start = async () => {
    forget();
    const keys = keysOf(context);
    // The list itself may stand where its address should.
    if (!url || /^[[{]/.test(url)) return settle(readPhrases(data, keys));
    set({ is: 'loading', loaded: 0 });
    const { value, problems } = await fetchText(url, {
      signal: scope.signal,
      onProgress: (loaded, total) => set({ is: 'loading', loaded, ...(total !== undefined && { total }) }),
    });
    if (scope.signal.aborted) return;
    settle(value === undefined ? { problems: problems ?? [] } : parsePhrases(value, keys));
  };

  scope.react(() => {
    const now = state.get();
    body.hidden = now.is !== 'shown';
    render(html`${mediaNote(now, 'dialogue', () => void start())}`, note);
  });
  void start();
}
