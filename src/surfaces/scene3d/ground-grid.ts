import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  DoubleSide,
  GLSL3,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
  Vector2,
  Vector3,
} from 'three';
import type { Compass } from './compass.js';
import { type Lens, metresInPixel } from './lens.js';
import { add, along, dot, lengthOf, minus, times, type Vec3 } from './vector.js';
import type { Bounds } from './viewpoint.js';

/** CSS pixels that lines of the grid are at least apart. */
const APART = 36;

const vertexShader = `
precision highp float;
in vec2 aCorner;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform vec3 uMiddle;
uniform vec3 uRight;
uniform vec3 uNorth;
uniform float uReach;
out vec2 vAt;
void main() {
  vAt = aCorner * uReach;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(uMiddle + uRight * vAt.x + uNorth * vAt.y, 1.0);
}
`;

const fragmentShader = `
precision highp float;
in vec2 vAt;
/** Where the grid's lines begin, and how far they are apart; metres. */
uniform vec2 uStart;
uniform float uStep;
uniform float uReach;
uniform vec3 uInk;
out vec4 colour;
float lines(float step_) {
  vec2 at = (vAt + uStart) / step_;
  vec2 wide = fwidth(at);
  vec2 near = abs(fract(at - 0.5) - 0.5) / max(wide, 0.000001);
  vec2 line = clamp(1.0 - near, 0.0, 1.0) * (1.0 - smoothstep(0.15, 0.5, wide));
  return max(line.x, line.y);
}
void main() {
  float fade = 1.0 - smoothstep(0.6, 1.0, length(vAt) / uReach);
  float alpha = max(lines(uStep) * 0.09, lines(uStep * 10.0) * 0.16) * fade;
  if (alpha < 0.004) discard;
  colour = vec4(uInk, 1.0) * alpha;
}
`;

/** Faint lines on the ground that tell how large all is. */
export class GroundGrid {
  readonly mesh: Mesh<BufferGeometry, RawShaderMaterial>;
  readonly #uniforms = {
    uMiddle: { value: new Vector3() },
    uRight: { value: new Vector3() },
    uNorth: { value: new Vector3() },
    uStart: { value: new Vector2() },
    uStep: { value: 1 },
    uReach: { value: 1 },
    uInk: { value: new Vector3() },
  };

  constructor() {
    const geometry = new BufferGeometry();
    geometry.setAttribute('aCorner', new BufferAttribute(new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), 2));
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    this.mesh = new Mesh(
      geometry,
      new RawShaderMaterial({
        uniforms: this.#uniforms,
        glslVersion: GLSL3,
        vertexShader,
        fragmentShader,
        transparent: true,
        depthWrite: false,
        side: DoubleSide,
        blending: CustomBlending,
        blendSrc: OneFactor,
        blendDst: OneMinusSrcAlphaFactor,
      }),
    );
    this.mesh.frustumCulled = false;
  }

  /** @param height of the ground, along up. @param origin what is taken off all places. @param step metres between lines. @param ink 0 to 1 */
  look(bounds: Bounds, compass: Compass, height: number, origin: Vec3, step: number, ink: number): void {
    const { right, north, up } = compass;
    const size = minus(bounds.most, bounds.least);
    const middle = times(add(bounds.least, bounds.most), 0.5);
    const ground = along(middle, up, height - dot(middle, up));
    const flat = Math.hypot(dot(size, right), dot(size, north));
    this.#uniforms.uMiddle.value.set(...minus(ground, origin));
    this.#uniforms.uRight.value.set(...right);
    this.#uniforms.uNorth.value.set(...north);
    // Lines lie at round coordinates; of large ones only what is left over after the wide step is sent.
    this.#uniforms.uStart.value.set(dot(ground, right) % (10 * step), dot(ground, north) % (10 * step));
    this.#uniforms.uStep.value = step;
    this.#uniforms.uReach.value = 0.75 * flat + 5;
    this.#uniforms.uInk.value.setScalar(ink);
    this.mesh.material.uniformsNeedUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

/** Metres between lines: a power of ten that is not too narrow where one looks at. */
export function gridStep(lens: Lens, target: Vec3): number {
  const metres = APART * metresInPixel(lens, lengthOf(minus(lens.eye, target)));
  return 10 ** Math.ceil(Math.log10(metres));
}
