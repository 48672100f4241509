import type { TagContext, View } from '../../contract/view.js';
import { warning } from '../../model/problem.js';
import { text } from '../parts/attributes.js';
import { dress } from '../parts/inline-style.js';
import { loadMarkdown, richMarkupStyles } from '../parts/rich-markup.js';
import { dedent } from './dedent.js';

/** Formatted text, made safe: it may come from a model, or from anyone who wrote a task. */
export const markdownView: View = {
  styles: richMarkupStyles,
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
