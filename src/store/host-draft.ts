import { type Dict, isDict, isList, type Json } from '../model/json.js';

/** Work on a completion that its host keeps beside it. */
export interface HostDraft {
  readonly results: readonly Json[];
  /** Milliseconds; unknown where the host does not say it, or not so that it can be read. */
  readonly at: number | undefined;
  /** Seconds at it. */
  readonly leadTime: number;
  /** The completion was changed after it: by someone else, or elsewhere. */
  readonly isOlder: boolean;
}

/** The newest draft that a completion came with: in `draft`, a list of results, or in `drafts`, as objects. */
export function hostDraft(wire: Dict): HostDraft | undefined {
  const changed = timeOf(wire);
  const read = (results: readonly Json[], said: Dict | undefined): HostDraft => {
    const at = said && timeOf(said);
    const leadTime = typeof said?.lead_time === 'number' && said.lead_time > 0 ? said.lead_time : 0;
    return { results, at, leadTime, isOlder: at !== undefined && changed !== undefined && at < changed };
  };
  if (isList(wire.draft)) return read(wire.draft, undefined);
  const drafts = (isList(wire.drafts) ? wire.drafts : []).flatMap((each) =>
    isDict(each) && isList(each.result) ? [read(each.result, each)] : [],
  );
  return drafts.reduce<HostDraft | undefined>((best, each) => (best && !isNewer(each, best) ? best : each), undefined);
}

/** The completion with its draft, unless that is older than it: then the user is asked. */
export function withDraft(wire: Dict): Dict {
  const draft = hostDraft(wire);
  return draft && !draft.isOlder ? { ...wire, result: draft.results } : wire;
}

/** Drafts that name a completion belong to it; those that are left are work that was never submitted. */
export function placeDrafts(
  drafts: readonly Dict[],
  completions: readonly Dict[],
): { readonly own: readonly Dict[]; readonly completions: readonly Dict[] } {
  const of = (draft: Dict) => draft.annotation ?? draft.completion;
  const isOf = (draft: Dict, { id }: Dict) => id !== undefined && id !== null && String(of(draft)) === String(id);
  return {
    own: drafts.filter((draft) => !completions.some((wire) => isOf(draft, wire))),
    completions: completions.map((wire) => {
      const more = drafts.filter((draft) => isOf(draft, wire));
      if (more.length === 0) return wire;
      return { ...wire, drafts: [...(isList(wire.drafts) ? wire.drafts : []), ...more] };
    }),
  };
}

const isNewer = (one: HostDraft, other: HostDraft) => one.at !== undefined && one.at > (other.at ?? -Infinity);

/** When something was changed last; else when it was made. */
function timeOf({ updated_at, created_at }: Dict): number | undefined {
  for (const said of [updated_at, created_at]) {
    const time = typeof said === 'string' ? Date.parse(said) : Number.NaN;
    if (Number.isFinite(time)) return time;
  }
  return undefined;
}
