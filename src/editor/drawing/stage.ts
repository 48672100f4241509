import type { Space } from '../../contract/shape.js';
import type { Surfaces } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Action } from '../actions/actions.js';
import type { EditorState } from '../state.js';
import { Board, type DrawingParts } from './board.js';
import { Overlay } from './overlay.js';
import { pictureActions } from './picture-actions.js';
import { pointerActions } from './pointer-actions.js';
import { Presenter } from './presenter.js';
import type { Stages } from './stages.js';
import { ToolRunner } from './tool-runner.js';

/** A surface with its regions and tools. Loaded together with the first surface: a config without media needs none of it. */
export interface Stage {
  readonly surface: Surfaces[Space];
  readonly presenter: Presenter;
  readonly board: Board;
  readonly runner: ToolRunner;
}

export function createStage(
  state: EditorState,
  parts: DrawingParts,
  objectName: string,
  surface: Surfaces[Space],
  scope: Scope,
): Stage {
  const presenter = new Presenter(state, parts.faces, objectName, surface, scope);
  const sight = (controlName: string) => presenter.sight(controlName);
  const overlay = new Overlay(state, parts.assist, parts.faces, objectName, sight);
  presenter.lay(() => state.comparison?.layers(objectName, surface.space, sight) ?? overlay.layers);
  const board = new Board(state, parts, objectName, surface, presenter);
  const runner = new ToolRunner(board, scope);
  return { surface, presenter, board, runner };
}

/** What keys do on pictures; those of the pointer come last, and so before the others while there is one. */
export const pictureKeys = (state: EditorState, stages: Stages): readonly Action[] => [
  ...pictureActions(state, stages),
  ...pointerActions(stages),
];
