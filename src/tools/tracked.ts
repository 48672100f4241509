import type { Inputs, Intent, Step, Tool, ToolEnv } from '../contract/tool.js';
import type { Region } from '../model/document.js';
import type { Keyframed } from '../shapes/keyframed.js';
import type { Track } from '../shapes/track/track.js';

type State = { readonly in: string };
type Handler<P> = (state: never, input: never, env: ToolEnv<unknown, P>) => Step<State, unknown>;

/**
 * Makes a tool that draws a still shape into one that draws tracks of it. The tool knows nothing of that: where it asks
 * for a geometry it gets a track with a key frame in the frame on show, and where it looks at a region or reshapes one
 * that is the region's geometry in this frame.
 *
 * It goes on with no region that is selected (`continues`): which geometry that is depends on the frame.
 */
export function tracked<S extends State, G, P>(
  tool: Tool<S, unknown, P>,
  shape: Keyframed<G, P>,
  about: Pick<Tool, 'name'> & Partial<Pick<Tool, 'title' | 'icon' | 'hotkey'>>,
): Tool<S, unknown, P> {
  const { continues: _continues, takes: _takes, frame: _frame, ...rest } = tool;
  const states = Object.entries(
    tool.states as unknown as Readonly<Record<string, Partial<Record<keyof Inputs<P>, Handler<P>>>>>,
  );
  return {
    ...rest,
    ...about,
    shape: shape.name,
    states: Object.fromEntries(
      states.map(([name, handlers]) => [
        name,
        Object.fromEntries(Object.entries(handlers).map(([kind, handler]) => [kind, overTracks(handler, shape)])),
      ]),
    ) as unknown as Tool<S, unknown, P>['states'],
  };
}

/** The same step, but what it sees and asks for are tracks. */
function overTracks<G, P>(handler: Handler<P>, shape: Keyframed<G, P>): Handler<P> {
  return (state, input, env) => {
    const step = handler(state, input, { ...env, region: (id) => nowOf(env.region(id), id, env, shape) });
    if (!Array.isArray(step)) return step;
    const [next, ...asks] = step as [State, ...Intent[]];
    return [next, ...asks.map((ask) => asTrack(ask, env, shape))];
  };
}

/** A region of the shape as it is in this frame; none where it is not shown, as it cannot be drawn on there. */
function nowOf<G, P>(
  region: Region | undefined,
  id: string,
  env: ToolEnv<unknown, P>,
  shape: Keyframed<G, P>,
): Region | undefined {
  if (!region || region.shape !== shape.name) return region;
  const geometry = shape.at(region.geometry as Track<G>, env.sightOf(id));
  return geometry === undefined ? undefined : { ...region, geometry };
}

function asTrack<G, P>(ask: Intent, env: ToolEnv<unknown, P>, shape: Keyframed<G, P>): Intent {
  if (ask.ask === 'sketch' || ask.ask === 'create') {
    return ask.geometry === undefined ? ask : { ...ask, geometry: shape.begin(ask.geometry as G, env.sight) };
  }
  if (ask.ask !== 'reshape') return ask;
  const region = env.region(ask.regionId);
  if (region?.shape !== shape.name) return ask;
  const geometry = shape.put(region.geometry as Track<G>, ask.geometry as G, env.sightOf(ask.regionId));
  return { ...ask, geometry };
}
