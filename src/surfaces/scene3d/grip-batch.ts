import {
  BufferAttribute,
  CustomBlending,
  DynamicDrawUsage,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
  Vector2,
  Vector3,
} from 'three';
import { type Grip, pulls } from './grips.js';
import type { Vec3 } from './vector.js';

/** CSS pixels. */
const SIZE = 9;
const KIND = { square: 0, disc: 1, line: 2 } as const;

const vertexShader = `
precision highp float;
in vec2 aCorner;
/** Where it is, and for a line where it ends: device pixels from the top left corner. */
in vec4 iPlace;
/** Its kind, and whether the pointer is on it. */
in vec2 iKind;
uniform vec2 uScreen;
uniform float uRatio;
out vec2 vAt;
flat out vec2 vKind;
flat out float vHalf;
void main() {
  vec2 way = iPlace.zw - iPlace.xy;
  bool isLine = iKind.x > 1.5;
  float length_ = length(way);
  vec2 ahead = isLine && length_ > 0.0 ? way / length_ : vec2(1.0, 0.0);
  float reach = isLine ? 1.5 * uRatio : (${(SIZE / 2).toFixed(1)} + 3.0) * uRatio;
  vHalf = isLine ? length_ * 0.5 : 0.0;
  vAt = aCorner * vec2(vHalf + reach, reach);
  vec2 middle = isLine ? (iPlace.xy + iPlace.zw) * 0.5 : iPlace.xy;
  vec2 at = middle + ahead * vAt.x + vec2(-ahead.y, ahead.x) * vAt.y;
  gl_Position = vec4(at.x / uScreen.x * 2.0 - 1.0, 1.0 - at.y / uScreen.y * 2.0, 0.0, 1.0);
  vKind = iKind;
}
`;

const fragmentShader = `
precision highp float;
in vec2 vAt;
flat in vec2 vKind;
flat in float vHalf;
uniform float uRatio;
uniform vec3 uAccent;
out vec4 colour;
float cover(float d) { return clamp(0.5 - d, 0.0, 1.0); }
float square(vec2 p, float half_, float round_) {
  vec2 d = abs(p) - (half_ - round_);
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - round_;
}
void main() {
  if (vKind.x > 1.5) {
    float d = max(abs(vAt.y) - 0.75 * uRatio, abs(vAt.x) - vHalf);
    colour = vec4(uAccent, 1.0) * cover(d);
    return;
  }
  float half_ = ${(SIZE / 2).toFixed(1)} * uRatio;
  float d = vKind.x > 0.5 ? length(vAt) - half_ - 0.5 * uRatio : square(vAt, half_, 2.0 * uRatio);
  vec3 fill = vKind.y > 0.5 ? uAccent : vec3(1.0);
  float line = cover(abs(d) - 0.75 * uRatio);
  float inside = cover(d);
  float shadow = (1.0 - smoothstep(0.0, 3.0 * uRatio, d)) * 0.25;
  float alpha = max(max(line, inside), shadow);
  colour = vec4(mix(vec3(0.0), mix(fill, uAccent, line), max(line, inside) / max(alpha, 0.001)), 1.0) * alpha;
}
`;

/** Handles of all views and the lines to what they belong to, in one draw over all else. */
export class GripBatch {
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  readonly #uniforms = {
    uScreen: { value: new Vector2(1, 1) },
    uRatio: { value: 1 },
    uAccent: { value: new Vector3() },
  };
  #capacity = 0;

  constructor() {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('aCorner', new BufferAttribute(new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), 2));
    geometry.setIndex([0, 2, 1, 1, 2, 3]);
    geometry.instanceCount = 0;
    this.mesh = new Mesh(
      geometry,
      new RawShaderMaterial({
        uniforms: this.#uniforms,
        glslVersion: GLSL3,
        vertexShader,
        fragmentShader,
        transparent: true,
        depthTest: false,
        depthWrite: false,
        blending: CustomBlending,
        blendSrc: OneFactor,
        blendDst: OneMinusSrcAlphaFactor,
      }),
    );
    this.mesh.frustumCulled = false;
  }

  /** @param screen device pixels. @param accent 0 to 1 */
  update(
    grips: readonly Grip[],
    under: Grip | undefined,
    screen: readonly [number, number],
    ratio: number,
    accent: Vec3,
  ): void {
    const { geometry, material } = this.mesh;
    const lines = grips.filter(({ foot }) => foot);
    const count = grips.length + lines.length;
    if (count > this.#capacity) this.#grow(2 * count);
    geometry.instanceCount = count;
    this.#uniforms.uScreen.value.set(...screen);
    this.#uniforms.uRatio.value = ratio;
    this.#uniforms.uAccent.value.set(...accent);
    material.uniformsNeedUpdate = true;
    if (count === 0) return;
    const [places, kinds] = [geometry.getAttribute('iPlace'), geometry.getAttribute('iKind')];
    lines.forEach(({ at, foot = at }, i) => {
      places.setXYZW(i, at[0] * ratio, at[1] * ratio, foot[0] * ratio, foot[1] * ratio);
      kinds.setXY(i, KIND.line, 0);
    });
    grips.forEach(({ at: [x, y], handle }, k) => {
      const i = lines.length + k;
      const kind = pulls(handle) ? KIND.square : KIND.disc;
      places.setXYZW(i, Math.round(x * ratio) + 0.5, Math.round(y * ratio) + 0.5, 0, 0);
      kinds.setXY(i, kind, under && isSame(under, grips[k] as Grip) ? 1 : 0);
    });
    places.needsUpdate = true;
    kinds.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #grow(capacity: number): void {
    this.#capacity = capacity;
    const { geometry } = this.mesh;
    geometry.dispose();
    for (const [name, size] of [
      ['iPlace', 4],
      ['iKind', 2],
    ] as const) {
      const attribute = new InstancedBufferAttribute(new Float32Array(size * capacity), size);
      attribute.setUsage(DynamicDrawUsage);
      geometry.setAttribute(name, attribute);
    }
  }
}

const isSame = (a: Grip, b: Grip): boolean => a.regionId === b.regionId && a.handle.id === b.handle.id;
