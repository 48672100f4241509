import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { error } from '../../model/problem.js';
import { answerScope, checkRequired, controlNames, visibility } from '../parts/control-attributes.js';
import { dateCheck } from './date-check.js';

export const dateTimeTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'DateTime',
  about: 'Asks for a date, a time, a month or a year: for the task, for a page, or for a region.',
  controls: ['*'],
  result: { type: 'datetime', key: 'datetime' },
  speaksOf: 'any',
  attributes: {
    ...controlNames,
    only: {
      type: 'string',
      about: 'What is asked for: date, time, month, year, separated by commas; a date and a time if not said.',
    },
    format: { type: 'string', about: 'How the result says it, as in strftime: %d.%m.%Y; otherwise as ISO 8601.' },
    min: { type: 'string', about: 'The first that may be given: an ISO date, a year, or current for this year.' },
    max: { type: 'string', about: 'The last that may be given: an ISO date, a year, or current for this year.' },
    step: { type: 'string', about: 'Steps of the field for the time in seconds, or of that for the date in days.' },
    defaultValue: { type: 'string', about: 'The answer at the start, as a result is to say it.' },
    hotkey: { type: 'string', about: 'Key that goes to the field.' },
    ...answerScope,
    ...visibility,
  },
  examples: [
    {
      title: 'When it was written',
      config: `<View>
  <Text name="letter" value="$letter"/>
  <Header value="Written on"/>
  <DateTime name="written" toName="letter" only="date" format="%d.%m.%Y" max="current" required="true"/>
  <Header value="Meeting at"/>
  <DateTime name="meeting" toName="letter"/>
</View>`,
      data: { letter: 'Dover, 3 May. Let us meet on the ninth, at half past two, by the lighthouse.' },
    },
    {
      title: 'A month and a time of day',
      config: `<View>
  <Text name="note" value="$note"/>
  <DateTime name="month" toName="note" only="month,year" min="1990"/>
  <DateTime name="at" toName="note" only="time"/>
</View>`,
      data: { note: 'In June 1994 the last boat left at ten to eight.' },
    },
  ],
  check(value, attributes) {
    const wrong = value === undefined ? undefined : dateCheck.get()?.(value, attributes);
    if (wrong) return [error('tag/not-allowed', `DateTime "${attributes.name}" ${wrong}`)];
    return checkRequired(value, attributes, 'DateTime');
  },
  initial: ({ node }) => node.attributes.defaultValue || undefined,
  load: () => import('./datetime.view.js').then((module) => module.dateTimeView),
};
