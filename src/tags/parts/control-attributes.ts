import type { AttributeSpec } from '../../contract/tag.js';
import { type Dict, isList, type Json } from '../../model/json.js';
import { error, type Problem } from '../../model/problem.js';

type Attributes = Readonly<Record<string, AttributeSpec>>;

/** The name of a control, and the object tag that it is about. */
export const controlNames = {
  name: { type: 'name', required: true, about: 'Its name, unique in the config; results carry it as `from_name`.' },
  toName: {
    type: 'name',
    about: 'Name of the object tag it is about; may be left out where the config has just one.',
  },
} as const satisfies Attributes;

/** For controls that work with a model. */
export const smartTools = {
  smart: { type: 'boolean', default: true, about: 'Also offer the tool as one that asks a model for suggestions.' },
  smartOnly: {
    type: 'boolean',
    default: false,
    about: 'Offer the tool only as one that asks a model for suggestions.',
  },
} as const satisfies Attributes;

/** How the regions of a control are drawn. */
export const regionStyle = {
  opacity: { type: 'unit', default: 0.2, about: 'Opacity of the fill, from 0 to 1.' },
  fillColor: { type: 'colour', default: '#f48a42', about: 'Colour of the fill of a region without a label.' },
  fillOpacity: { type: 'unit', about: 'Opacity of the fill, from 0 to 1; wins over opacity.' },
  strokeColor: { type: 'colour', default: '#f48a42', about: 'Colour of the outline of a region without a label.' },
  strokeWidth: { type: 'number', default: 1, about: 'Width of the outline in CSS pixels.' },
} as const satisfies Attributes;

/** For controls that paint; the size is one of the user's settings, so that it has no default here. */
export const tipSize = {
  strokeWidth: {
    type: 'number',
    about: 'Diameter of the brush at first, from 1 to 50 CSS pixels; 15 where nothing is said.',
  },
} as const satisfies Attributes;

/** Shared by all controls that offer labels. */
export const labelling = {
  choice: { type: ['single', 'multiple'], default: 'single', about: 'Whether a region can have one label or several.' },
  maxUsages: { type: 'number', about: 'How often each label may be used in a task; a label can say it for itself.' },
  showInline: {
    type: 'boolean',
    default: true,
    about: 'Show the labels side by side rather than one below the other.',
  },
  allowEmpty: { type: 'boolean', default: false, about: 'Offer a blank label, so that regions can be without one.' },
  groupDepth: { type: 'number', about: 'How deep regions may be nested in the list of regions.' },
  value: { type: 'data', about: 'Further labels from the data of the task: a list of texts or of objects.' },
} as const satisfies Attributes;

/** Answers of a task, an item or a region. */
export const answerScope = {
  required: { type: 'boolean', default: false, about: 'The task cannot be submitted without an answer.' },
  requiredMessage: { type: 'string', about: 'What is said when the answer is missing.' },
  perRegion: { type: 'boolean', default: false, about: 'Ask for every region; shown while one is selected.' },
  perItem: { type: 'boolean', default: false, about: 'Ask for every item (page) of the object tag.' },
} as const satisfies Attributes;

/** When a tag is shown. */
export const visibility = {
  visibleWhen: {
    type: ['region-selected', 'no-region-selected', 'choice-selected', 'choice-unselected'],
    about: 'Show the tag only while this holds.',
  },
  whenTagName: { type: 'name', about: 'With visibleWhen: the name of the control that the condition looks at.' },
  whenLabelValue: {
    type: 'string',
    about: 'With region-selected: labels, separated by commas, one of which is needed.',
  },
  whenChoiceValue: { type: 'string', about: 'With choice-…: choices, separated by commas, one of which is needed.' },
  whenRole: {
    type: 'string',
    about: 'With region-selected: roles of messages of a Chat, separated by commas, one of which is needed.',
  },
} as const satisfies Attributes;

/** @param what how the control is called to the user; its name follows */
export function checkRequired(
  value: Json | undefined,
  { name, required, requiredMessage }: Dict,
  what: string,
): readonly Problem[] {
  const answered = isList(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  if (required !== true || answered) return [];
  const own = typeof requiredMessage === 'string' && requiredMessage;
  return [error('tag/required', own || `${what} "${name}" is required.`)];
}
