import { html, render } from 'lit';
import type { TagContext } from '../../contract/view.js';
import type { Json } from '../../model/json.js';
import { error, type Outcome, type Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { text } from './attributes.js';
import { fetchText } from './fetch-text.js';
import { type MediaState, mediaNote } from './media-state.js';

/** Data that is no string is shown as the peer shows it: `false`, `42`, a list joined by commas. */
export function plainText(data: Json | undefined): string {
  if (data === undefined || data === null) return '';
  if (typeof data === 'object' && !Array.isArray(data)) return JSON.stringify(data);
  return String(data);
}

/** @param encoding `base64`: one character a byte; `base64unicode`: the bytes are UTF-8; anything else: as it is. */
export function decodeText(text: string, encoding: string | undefined): Outcome<string> {
  if (encoding !== 'base64' && encoding !== 'base64unicode') return { value: text };
  try {
    const binary = atob(text.trim());
    if (encoding === 'base64') return { value: binary };
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))) };
  } catch {
    const message = `The text is not ${encoding}. Mend the data, or take the encoding attribute away.`;
    return { problems: [error('media/unreadable', message)] };
  }
}

/** Whether the value is where the text is, and not the text itself (`valueType="url"`). */
export const isUrl = ({ node }: TagContext): boolean => text(node.attributes, 'valueType')?.toLowerCase() === 'url';

/** Whether results repeat the marked text: as `saveTextResult` says, or else where the text is in the task. */
export function savesText(context: TagContext): boolean {
  const wish = text(context.node.attributes, 'saveTextResult')?.toLowerCase();
  return wish === 'yes' || (wish !== 'no' && !isUrl(context));
}

export interface TextPlace {
  /** What the text is called where it cannot be shown: `text`, `document`. */
  readonly what: string;
  /** Where the text is; hidden where it cannot be shown. */
  readonly body: HTMLElement;
  /** Where it is said how far it is loaded, or what is wrong. */
  readonly note: HTMLElement;
  /** Whether the text is HTML: a page of it is then not taken for an error page. */
  readonly markup?: true;
  /** Shows the text that came, from `url` if it was fetched; a problem where it cannot. */
  show(text: string, url: string | undefined): Promise<Problem | undefined> | Problem | undefined;
}

/** Shows text of the task at once and text behind a URL when it is there; meanwhile, or if it fails, the note says so. */
export function showText(context: TagContext, { what, body, note, markup, show }: TextPlace): void {
  const { scope, node, data } = context;
  const encoding = text(node.attributes, 'encoding')?.toLowerCase();
  const state = observable.box<MediaState>({ is: 'loading', loaded: 0 });
  const url = isUrl(context) ? plainText(data).trim() : undefined;
  let forget = () => {};

  const set = (next: MediaState) => runInAction(() => state.set(next));
  const fail = (problem: Problem) => {
    const placed = { ...problem, at: node.at };
    forget = context.report(placed);
    set({ is: 'failed', problem: placed, ...(url && { url }) });
  };
  const start = async () => {
    forget();
    forget = () => {};
    set({ is: 'loading', loaded: 0 });
    const fetched =
      url === undefined
        ? { value: plainText(data) }
        : (noUrl(url) ??
          (await fetchText(url, {
            signal: scope.signal,
            onProgress: (loaded, total) => set({ is: 'loading', loaded, ...(total !== undefined && { total }) }),
            ...(markup && { markup }),
          })));
    if (scope.signal.aborted) return;
    const { value, problems } = fetched.value === undefined ? fetched : decodeText(fetched.value, encoding);
    if (value === undefined) {
      if (problems?.[0]) fail(problems[0]);
      return;
    }
    const answer = show(value, url);
    const problem = answer instanceof Promise ? await answer : answer;
    if (scope.signal.aborted) return;
    if (problem) fail(problem);
    else set({ is: 'shown' });
  };

  scope.react(() => {
    const now = state.get();
    body.hidden = now.is === 'failed';
    render(html`${mediaNote(now, what, () => void start())}`, note);
  });
  void start();
}

/** The text itself where its URL should be. */
function noUrl(url: string): Outcome<string> | undefined {
  if (url !== '' && !/[<>\n]/.test(url) && URL.canParse(url, document.baseURI)) return undefined;
  const message =
    url === ''
      ? 'There is no URL to fetch it from. Give one in the data, or take valueType="url" away.'
      : 'The data is no URL but the text itself. Take valueType="url" away, or give the URL of the text.';
  return { problems: [error('task/wrong-data', message)] };
}
