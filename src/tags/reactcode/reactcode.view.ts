import type { TagContext, View } from '../../contract/view.js';
import { type Json, jsonEqual } from '../../model/json.js';
import { type Problem, warning } from '../../model/problem.js';
import { attract } from '../parts/attention.js';
import { text } from '../parts/attributes.js';
import { dress } from '../parts/inline-style.js';
import { addresses, addressOf, allowed, styleText } from './frame-attributes.js';
import { framePage } from './frame-page.js';
import { type AppMessage, type AppRegion, readMessage } from './messages.js';

/** How long an app may take until something is said of its silence, in milliseconds. */
const PATIENCE = 10_000;
/** Results that one app may have. */
const mostResults = 10_000;

/** What runs in the frame. `react`: modules for `code`. */
type App = { readonly src: string } | { readonly code: string; readonly react: readonly string[] };

/** @param patience milliseconds until a silent app is told */
export const createReactCodeView = (patience = PATIENCE): View => ({
  styles: `
.le-reactcode { display: flex; flex-direction: column; gap: 4px; min-width: 0; }
.le-reactcode-fill { flex: 1 0 auto; height: 420px; }
.le-reactcode > iframe {
  flex: 1; width: 100%; min-height: 120px; box-sizing: border-box; border: 1px solid var(--le-line); border-radius: var(--le-radius);
  color-scheme: inherit; background: #fff; color: light-dark(#000, #fff); transition: color 1ms;
}
.le-reactcode > iframe:focus-visible { outline: 2px solid var(--le-accent); outline-offset: 1px; }
.le-reactcode > p { flex: none; overflow-wrap: anywhere; }
.le-reactcode > p:empty { display: none; }
`,
  mount(host, context) {
    const { attributes } = context.node;
    host.classList.add('le-reactcode');
    const note = document.createElement('p');
    note.className = 'le-placeholder';
    note.role = 'status';
    host.append(note);
    const app = appOf(context);
    if (typeof app === 'string') {
      note.textContent = app;
      return;
    }
    const style = styleText(text(attributes, 'style'));
    dress(host, { style, className: text(attributes, 'className') });
    // Where nothing is said of its size it takes the height that is left, as media do.
    if (style === undefined) host.classList.add('le-fill', 'le-reactcode-fill');
    const frame = document.createElement('iframe');
    frame.title = context.node.name ?? 'Interface';
    // Never allow-same-origin: what runs in there must not get at the page.
    frame.sandbox.add('allow-scripts', 'allow-forms');
    frame.referrerPolicy = 'no-referrer';
    const { allow, refused } = allowed(text(attributes, 'allow'));
    frame.allow = allow;
    if (refused.length > 0) {
      const message = `An app in the editor is not allowed to use ${refused.join(', ')}. Take it out of allow.`;
      context.report(warning('config/wrong-attribute', message));
    }
    if ('src' in app) frame.src = app.src;
    else frame.srcdoc = framePage;
    converse(context, frame, app, note, patience);
    host.prepend(frame);
    context.onFocusRequest(() => attract(host, frame));
  },
});

export const reactCodeView = createReactCodeView();

/** What is to run, or why nothing does. */
function appOf({ node: { attributes, written } }: TagContext): App | string {
  const src = text(attributes, 'src');
  if (src !== undefined) {
    const address = addressOf(src);
    if (address !== undefined) return { src: address };
    return `<ReactCode> cannot load src="${src}". Give an address that begins with https:.`;
  }
  if (written.src !== undefined) return `<ReactCode> has no app: the task has nothing in src="${written.src}".`;
  const code = text(attributes, 'value');
  if (code === undefined) return '<ReactCode> has no app: give its address in src, or code inside of the tag.';
  const known = document.querySelector<HTMLMetaElement>('meta[name="label-editor-react"]')?.content;
  const react = addresses(text(attributes, 'reactUrl') ?? known);
  if (react) return { code, react };
  return (
    '<ReactCode> has code for React, which does not come with the editor. Say where its modules are: in reactUrl="…", ' +
    'or in the host page by <meta name="label-editor-react" content="…">, addresses of React and of react-dom/client.'
  );
}

/** Speaks with the app: tells it data and results, and does what it asks for. */
function converse(context: TagContext, frame: HTMLIFrameElement, app: App, note: HTMLElement, patience: number): void {
  const { scope, node } = context;
  const tag = node.name ?? '';
  const selected = new Set<string>();
  /** What the app calls results that it made. */
  const ids = new Map<string, string>();
  let ready = false;
  let told: readonly AppRegion[] = [];

  // The origin of a sandboxed frame has no name.
  const post = (message: object) => frame.contentWindow?.postMessage({ tag, ...message }, '*');
  const regions = (): readonly AppRegion[] =>
    context.answers.map(({ id, value, locked }) => ({
      id,
      value,
      selected: selected.has(id),
      hidden: false,
      locked,
      origin: context.doc.values.get(id)?.origin ?? 'manual',
    }));
  const tellRegions = () => {
    told = regions();
    if (ready) post({ type: 'regions', regions: told });
  };
  const viewState = () => ({
    currentScreen: 'quick_view',
    darkMode: getComputedStyle(frame).color === 'rgb(255, 255, 255)',
    readonly: context.readonly,
  });
  const tellView = () => {
    const state = viewState();
    if (ready) post({ type: 'viewState', viewState: state });
  };
  const say = teller(context, note);

  const put = (value: Json | undefined, id?: string): string | undefined => {
    const before = context.answers;
    if (id === undefined && before.length >= mostResults) {
      context.notify(`There are ${mostResults} results already.`);
      return undefined;
    }
    if (id !== undefined && !before.some((answer) => answer.id === id)) return undefined;
    return context.putAnswer(value, id);
  };
  const act = (message: AppMessage) => {
    const before = told;
    switch (message.type) {
      case 'ready':
        ready = true;
        told = regions();
        say(undefined);
        post({
          type: 'init',
          data: node.attributes.data ?? context.taskData,
          regions: told,
          viewState: viewState(),
          ...codeOf(app),
        });
        return;
      case 'error':
        say(warning('tag/failed', `The code of <ReactCode> failed: ${message.message}`));
        return;
      case 'addRegion': {
        const id = put(message.value);
        if (id && message.id !== undefined) ids.set(message.id, id);
        break;
      }
      case 'updateRegion':
        put(message.value, ids.get(message.id) ?? message.id);
        break;
      case 'deleteRegion':
        put(undefined, ids.get(message.id) ?? message.id);
        break;
      case 'selectRegions':
        selected.clear();
        for (const id of message.ids) selected.add(ids.get(id) ?? id);
    }
    // Where nothing came of it, the app shows what it should not.
    if (told === before) tellRegions();
  };

  scope.listen<MessageEvent<unknown>>(window, 'message', ({ source, data }) => {
    const message = source !== null && source === frame.contentWindow ? readMessage(data, tag) : undefined;
    if (message) act(message);
  });
  scope.react(() => {
    if (!jsonEqual(regions(), told)) tellRegions();
  });
  scope.react(tellView);
  // Its colour is another one as soon as the editor turns dark or light.
  scope.listen(frame, 'transitionrun', tellView);
  scope.timeout(() => {
    if (!ready) say(warning('tag/load-failed', silence(app)));
  }, patience);
}

const codeOf = (app: App): object => ('code' in app ? { code: app.code, react: app.react } : { code: '' });

const silence = (app: App): string =>
  'src' in app
    ? `The app at ${app.src.slice(0, 200)} does not answer. Check the address, that it posts { type: "ready" } to its ` +
      'parent, and that the content security policy of this page allows frames from there (frame-src).'
    : 'The frame for the code of <ReactCode> does not answer. The content security policy of this page may forbid scripts ' +
      'in it; give the app an address of its own then, in src.';

/** Shows one problem at a time, in place and in the list of problems. */
function teller(context: TagContext, note: HTMLElement): (problem: Problem | undefined) => void {
  let takeBack = () => {};
  return (problem) => {
    takeBack();
    takeBack = problem ? context.report(problem) : () => {};
    note.textContent = problem?.message ?? '';
  };
}
