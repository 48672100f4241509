import type { TextFlow } from '../../contract/surface.js';
import type { TagContext, View } from '../../contract/view.js';
import { flag } from '../parts/attributes.js';
import { mediaStateStyles } from '../parts/media-state.js';
import { savesText, showText } from '../parts/text-source.js';

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
    const place = { what: 'text', body, note };
    if (!context.node.name) {
      return showText(context, {
        ...place,
        show(value) {
          body.textContent = value;
          return undefined;
        },
      });
    }
    const flow = await context.surface('flow', body);
    if (context.scope.signal.aborted) return;
    configure(flow, context);
    showText(context, {
      ...place,
      show(value) {
        flow.show(value);
        context.setFacts({ text: value, saveText: savesText(context) });
        return undefined;
      },
    });
  },
};

function configure(flow: TextFlow, { node: { attributes } }: TagContext): void {
  const showLabels = flag(attributes, 'showLabels');
  flow.configure({
    selectable: flag(attributes, 'selectionEnabled') ?? true,
    ...(showLabels !== undefined && { showLabels }),
  });
}
