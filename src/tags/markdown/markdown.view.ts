import type { TagContext, View } from '../../contract/view.js';
import { warning } from '../../model/problem.js';
import { text } from '../parts/attributes.js';
import { dress } from '../parts/inline-style.js';
import { dedent } from './dedent.js';
import { loadMarkdown } from './rich-markup.js';

/** Formatted text, made safe: it may come from a model, or from anyone who wrote a task. */
export const markdownView: View = {
  styles: `
.le-markdown { box-sizing: border-box; min-width: 0; line-height: 1.55; overflow-wrap: anywhere; }
.le-markdown > :first-child { margin-block-start: 0; } .le-markdown > :last-child { margin-block-end: 0; }
.le-markdown :where(p, ul, ol, dl, blockquote, pre, table, figure, details) { margin: 0 0 8px; }
.le-markdown :where(ul, ol) { padding-inline-start: 22px; }
.le-markdown :where(li > ul, li > ol) { margin-block-end: 0; }
.le-markdown :where(h1, h2, h3, h4, h5, h6) { margin: 14px 0 6px; line-height: 1.3; font-size: 13px; font-weight: 600; }
.le-markdown :where(h1) { font-size: 19px; } .le-markdown :where(h2) { font-size: 16px; } .le-markdown :where(h3) { font-size: 14px; }
.le-markdown :where(h6) { color: var(--le-muted); }
.le-markdown :where(a) { color: var(--le-accent); text-underline-offset: 2px; }
.le-markdown :where(a:focus-visible) { outline: 2px solid var(--le-accent); outline-offset: 1px; border-radius: 2px; }
.le-markdown :where(code, kbd, samp, pre) { font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.le-markdown :where(code, kbd) { padding: 1px 4px; border-radius: 4px; background: var(--le-surface-2); }
.le-markdown :where(pre) { padding: 8px 12px; overflow: auto; border: 1px solid var(--le-line); border-radius: var(--le-radius); background: var(--le-surface-2); overflow-wrap: normal; }
.le-markdown :where(pre code) { padding: 0; background: none; }
.le-markdown :where(blockquote) { padding-inline-start: 12px; border-inline-start: 3px solid var(--le-line); color: var(--le-muted); }
.le-markdown :where(table) { display: block; width: fit-content; max-width: 100%; overflow-x: auto; border-collapse: collapse; overflow-wrap: normal; }
.le-markdown :where(th, td) { padding: 4px 10px; border: 1px solid var(--le-line); vertical-align: top; }
.le-markdown :where(th) { background: var(--le-surface-2); font-weight: 600; text-align: start; }
.le-markdown :where(img) { max-width: 100%; height: auto; vertical-align: middle; border-radius: 4px; }
.le-markdown :where(hr) { height: 0; margin: 12px 0; border: 0; border-block-start: 1px solid var(--le-line); }
.le-markdown :where(summary) { cursor: pointer; }
`,
  async mount(host, context) {
    const { attributes } = context.node;
    const body = document.createElement('div');
    body.className = 'le-markdown';
    dress(body, {
      style: text(attributes, 'style'),
      className: text(attributes, 'className'),
      id: text(attributes, 'idAttr'),
    });
    host.append(body);
    const source = sourceOf(context);
    if (source.trim() === '') return;
    const toNodes = await loadMarkdown();
    if (context.scope.signal.aborted) return;
    body.append(toNodes(source));
  },
};

/** What is no text is shown as it is, and told. */
function sourceOf(context: TagContext): string {
  const { data, node } = context;
  if (typeof data === 'string') return node.written.value?.includes('\n') ? dedent(data, node.at.column ?? 1) : data;
  if (data === undefined) return '';
  const what =
    data === null
      ? 'null'
      : Array.isArray(data)
        ? 'a list'
        : typeof data === 'object'
          ? 'an object'
          : `a ${typeof data}`;
  const message = `<Markdown> shows text, but value="${node.written.value?.trim()}" is ${what}. Give a text in Markdown.`;
  context.report(warning('task/wrong-data', message));
  if (data === null) return '';
  return typeof data === 'object' ? `\`\`\`json\n${JSON.stringify(data, undefined, 2)}\n\`\`\`` : String(data);
}
