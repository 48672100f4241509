import type { View } from '../../contract/view.js';
import { warning } from '../../model/problem.js';
import { mountContent } from '../parts/content.js';
import { Fields } from './fields.js';
import { shortcutStyles } from './shortcuts.js';

/** A field to write in, and what was written: for the task, a page or a region. */
export const textAreaView: View = {
  styles: `
.le-textarea { display: grid; gap: 4px; padding: 2px 0; }
.le-textarea-label { color: var(--le-muted); }
.le-textarea-label b { color: var(--le-danger); font-weight: 400; }
.le-textarea-row { display: flex; align-items: flex-start; gap: 4px; }
.le-textarea textarea {
  flex: 1; min-width: 0; box-sizing: border-box; min-height: calc(var(--le-textarea-lines, 1) * 1.5em + 8px); max-height: 40cqh; padding: 3px 8px; resize: none;
  overflow: auto; field-sizing: content; font: inherit; line-height: 1.5; color: var(--le-text); background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-textarea textarea::placeholder { color: var(--le-muted); opacity: 1; }
.le-textarea textarea:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-textarea textarea:disabled { color: var(--le-muted); background: var(--le-surface-2); }
.le-textarea-text {
  flex: 1; min-width: 0; padding: 3px 8px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--le-surface-2); border-radius: var(--le-radius);
}
.le-textarea button {
  display: inline-grid; place-items: center; flex: none; min-width: 28px; height: 28px; padding: 0 6px; font: inherit; color: var(--le-muted); cursor: pointer;
  background: none; border: 1px solid transparent; border-radius: var(--le-radius);
}
.le-textarea button:hover:not(:disabled) { color: var(--le-text); background: var(--le-surface-2); }
.le-textarea button:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-textarea button:disabled { opacity: 0.4; cursor: default; }
.le-textarea button.le-textarea-add { border-color: var(--le-line); color: var(--le-text); }
@media (pointer: coarse) { .le-textarea button, .le-textarea textarea { min-height: 36px; } .le-textarea button { min-width: 36px; } }
${shortcutStyles}
`,
  mount(host, context) {
    mountContent(host, context);
    const { value, name } = context.node.attributes;
    if (typeof value === 'object' && value !== null) {
      const message = `<TextArea name="${String(name)}"> takes its first text from data that is no text. Give a text.`;
      context.report(warning('task/wrong-data', message, { attribute: 'value' }));
    }
    new Fields(context, host).start();
  },
};
