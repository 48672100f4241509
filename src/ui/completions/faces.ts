import { isDict, isList } from '../../model/json.js';
import type { Completion } from '../../store/completion.js';
import type { Desk } from '../desk.js';
import { type SavingState, stateOf } from '../saving/saving-state.js';
import { nameOf } from './names.js';
import { completionTexts } from './texts.js';

/** What is shown of a completion or prediction, in its tab and in the list of all. */
export interface CompletionFace {
  readonly kind: string;
  readonly icon: string;
  readonly name: string;
  /** How sure the model is. */
  readonly score: string | undefined;
  readonly isGroundTruth: boolean;
  /** What of it cannot be shown. */
  readonly warning: string | undefined;
  readonly state: SavingState | undefined;
  /** All of it in words. */
  readonly said: string;
}

/** Observable. */
export function faceOf(completion: Completion, desk: Desk): CompletionFace {
  const { texts, locale } = desk;
  const own = completionTexts(locale);
  const isPrediction = completion.kind === 'prediction';
  const { score } = completion.wire;
  const face = {
    kind: isPrediction ? texts.prediction : texts.completion,
    icon: isPrediction ? 'sparkles' : 'user',
    name: nameOf(completion, desk),
    score: isPrediction && typeof score === 'number' && Number.isFinite(score) ? desk.percent(score) : undefined,
    isGroundTruth: completion.wire.ground_truth === true,
    warning: warningOf(completion, desk),
    state: stateOf(completion, desk.locale),
  };
  const words = [
    face.kind,
    face.name,
    face.score,
    face.isGroundTruth ? own.groundTruth : undefined,
    face.state?.text,
    face.warning,
  ];
  return { ...face, said: words.filter(Boolean).join(', ') };
}

/** Problems of results that are kept as they came. */
const kept = ['result/malformed', 'result/unknown-control', 'result/unknown-object', 'result/unreadable'];

function warningOf(completion: Completion, desk: Desk): string | undefined {
  const texts = completionTexts(desk.locale);
  if (isForeign(completion, desk)) return texts.foreign;
  const unread = completion.problems.filter(({ code }) => kept.includes(code)).length;
  return unread === 0 ? undefined : texts.unread(desk.number(unread), unread === 1);
}

const known = new WeakMap<object, { readonly config: unknown; readonly foreign: boolean }>();

/** Whether none of its results names a control of the config. Told before it is opened, so that nobody opens it in vain. */
function isForeign({ wire }: Completion, { editor }: Desk): boolean {
  const { result } = wire;
  if (editor.isFetching || !isList(result) || result.length === 0) return false;
  const { config } = editor;
  const before = known.get(result);
  if (before?.config === config) return before.foreign;
  const named = result.flatMap((item) => (isDict(item) && typeof item.from_name === 'string' ? [item.from_name] : []));
  const foreign = named.length > 0 && !named.some((name) => config.byName.has(name));
  known.set(result, { config, foreign });
  return foreign;
}
