import type { View } from '../../contract/view.js';
import { attract } from '../parts/attention.js';
import { loadMarkdown, richMarkupStyles } from '../parts/rich-markup.js';
import { chatStyles } from './chat-styles.js';
import { Pane } from './pane.js';

/** A conversation to read, to carry on, and to speak of message by message. */
export const chatView: View = {
  styles: `${richMarkupStyles}${chatStyles}`,
  async mount(host, context) {
    const pane = new Pane(context, host);
    pane.start();
    context.onSettle(() => pane.settle());
    context.onFocusRequest(() => attract(host, pane.field));
    const toNodes = await loadMarkdown();
    if (!context.scope.signal.aborted) pane.enrich(toNodes);
  },
};
