import type { Action } from '../../editor/actions/actions.js';
import type { Desk } from '../desk.js';
import { later } from '../later.js';

const view = later(() => import('./view.js'));

/** Looking at several completions together, where there are several. */
export const compareActions = (desk: Desk): readonly Action[] => {
  const { editor, texts } = desk;
  if (editor.workspace.all.length < 2) return [];
  return [
    {
      name: 'compare',
      title: 'Compare completions',
      keys: 'shift+c',
      group: texts.view,
      icon: 'columns-2',
      active: () => editor.comparison !== undefined,
      run: () => view.with(desk, ({ toggleComparison }) => toggleComparison(desk)),
    },
  ];
};
