import type { Sight } from '../../contract/shape.js';
import type { Tool, ToolEnv } from '../../contract/tool.js';
import type { Dict } from '../../model/json.js';
import type { Board } from './board.js';
import { seenIn } from './presenter.js';
import { type Snapping, snapped } from './snapping.js';
import type { ToolChoice } from './tool-choice.js';

/** What a tool sees of the editor. @param created the region that its drawing has made */
export function toolEnv(board: Board, choice: ToolChoice, tool: Tool, created: string | undefined): ToolEnv {
  const { state, surface, presenter, parts } = board;
  const selected = choice.prompts(tool) ? [] : board.selected;
  const drawing = choice.draft(tool)?.control.node.name;
  const control = drawing ?? state.doc.regions.get(selected[0] ?? '')?.fromName ?? '';
  const looks = new Map<string, { readonly sight: Sight; readonly options: Dict }>();
  // Once for each control: a thousand regions may be selected.
  const look = (name: string) => {
    const found = looks.get(name) ?? { sight: presenter.sight(name), options: presenter.options(name) };
    looks.set(name, found);
    return found;
  };
  const by = (id: string) => look(board.region(id)?.fromName ?? control);
  const { sight, options } = look(control);
  return {
    sight,
    tolerance: surface.tolerance,
    pixel: surface.pixel,
    settings: parts.toolbox.settingsOf(tool),
    created,
    snap: (at, but = []) => snapped(at, snapping(board, options, but)),
    pixels: () => surface.pixels?.(),
    options,
    selected,
    region: (id) => board.region(id),
    sightOf: (id) => by(id).sight,
    optionsOf: (id) => by(id).options,
    shape: (name) => {
      const shape = state.registry.shape(name);
      return shape && seenIn(shape, surface.space);
    },
    cloud: () => surface.cloud?.(),
    editable: (id) => board.mayEdit(id),
    within: (from, to) => surface.within(from, to),
  };
}

function snapping({ state, surface, presenter }: Board, options: Dict, but: readonly string[]): Snapping {
  const { settings, doc, registry } = state;
  const { facts } = presenter.sight();
  return {
    facts: surface.space === 'stage2d' && options.snap === 'pixel' ? facts : undefined,
    reach: settings.snapping ? surface.tolerance : undefined,
    anchorsNear: (from, to) =>
      surface
        .within(from, to)
        .filter((id) => !but.includes(id))
        .flatMap((id) => {
          const region = doc.regions.get(id);
          const anchors = region && registry.shape(region.shape)?.anchors;
          return region && anchors ? [...anchors(region.geometry, presenter.sight(region.fromName))] : [];
        }),
  };
}
