import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { type Dict, isDict, type Json } from '../../model/json.js';
import { controlNames, visibility } from '../parts/control-attributes.js';
import { checkCount } from './count.js';

export const chatTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Chat',
  about: 'Shows a conversation, and has messages added to it; each message that is added is a result.',
  // It speaks of itself, whatever its toName says.
  controls: [],
  result: { type: 'chatmessage', key: 'chatmessage', ofItself: true, asRegions: true },
  speaksOf: 'any',
  attributes: {
    name: controlNames.name,
    toName: { type: 'name', about: 'Its own name, if anything.' },
    value: {
      type: 'data',
      required: true,
      about: 'The messages at first: a list of objects with `role` and `content`.',
    },
    messageRoles: {
      type: 'string',
      about: 'Whom one can write as, separated by commas; `user,assistant` if nothing is said, and `user` with llm.',
    },
    editable: {
      type: 'string',
      about:
        'Whether added messages can be changed: `true`, `false`, or the roles whose can; those of the task never can.',
    },
    minMessages: { type: 'string', about: 'How many messages there must be to submit.' },
    maxMessages: { type: 'string', about: 'How many messages there may be.' },
    llm: { type: 'string', about: 'The model that answers, `provider/model`; it is the host that asks it.' },
    ...visibility,
  },
  examples: [
    {
      title: 'Carry a conversation on',
      config: '<View><Chat name="chat" value="$chat" minMessages="4"/></View>',
      data: {
        chat: [
          { role: 'user', content: 'Is the ferry to the island running today?' },
          { role: 'assistant', content: 'Yes, at **9:00** and **14:30**. Bring a coat.' },
        ],
      },
    },
    {
      title: 'A call of a tool',
      config: '<View><Chat name="chat" value="$chat" messageRoles="assistant" editable="assistant"/></View>',
      data: {
        chat: [
          { role: 'system', content: 'You know the tides.' },
          { role: 'user', content: 'When is high water at Dover?' },
          {
            role: 'assistant',
            content: null,
            tool_calls: [{ id: 'c1', type: 'function', function: { name: 'tides', arguments: '{"place":"Dover"}' } }],
          },
          { role: 'tool', name: 'tides', content: '06:12, 18:40' },
        ],
      },
    },
  ],
  check: (_value, attributes, answers = []) => checkCount(answers.length, attributes),
  summary: summaryOf,
  load: () => import('./chat.view.js').then((module) => module.chatView),
};

/** Who says what, in a line. */
function summaryOf(value: Json): string {
  const { role, content }: Dict = isDict(value) ? value : { content: value };
  const said = typeof content === 'string' ? content.slice(0, 200) : '';
  return [role, said].filter((part) => typeof part === 'string' && part !== '').join(': ');
}
