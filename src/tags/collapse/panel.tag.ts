import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { collapseTag } from './collapse.tag.js';

export const panelTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'Panel',
  about: 'One panel of a Collapse.',
  within: ['Collapse'],
  attributes: {
    value: { type: 'data', about: 'Its title; `$references` in it are replaced by the data of the task.' },
    open: { type: 'boolean', about: 'Whether it is open at first.' },
    style: { type: 'string', about: 'CSS declarations for what it holds.' },
    className: { type: 'string', about: 'Class names, for the rules of a <Style> tag.' },
  },
  examples: collapseTag.examples,
  load: () => import('./collapse.view.js').then((module) => module.panelView),
};
