import type { Scope } from '../../contract/view.js';
import type { Desk } from '../desk.js';

/** Wheel deltas from here on come from a notched wheel. A pinch sends smaller ones, and zooms as the fingers go. */
const NOTCH = 40;

/** Turns the wheel round, where it zooms and the user wants it: media are told that it was turned the other way. */
export function followInvertedZoom({ editor }: Desk, content: HTMLElement, scope: Scope): void {
  const invert = (event: WheelEvent) => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !editor.settings.invertedZoom || !(target instanceof Element)) return;
    const isNotched = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(event.deltaY) >= NOTCH;
    const surface = editor.stages.around(target);
    const zooms = surface !== undefined && (surface.space === 'scene3d' || event.ctrlKey || event.metaKey);
    if (!isNotched || !zooms) return;
    event.stopImmediatePropagation();
    const { deltaX, deltaY, deltaMode, clientX, clientY, ctrlKey, metaKey, shiftKey, altKey, buttons } = event;
    const about = { deltaX, deltaMode, clientX, clientY, ctrlKey, metaKey, shiftKey, altKey, buttons };
    const turned = new WheelEvent('wheel', {
      ...about,
      deltaY: -deltaY,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    if (!target.dispatchEvent(turned)) event.preventDefault();
  };
  scope.listen<WheelEvent>(content, 'wheel', invert, { capture: true, passive: false });
}
