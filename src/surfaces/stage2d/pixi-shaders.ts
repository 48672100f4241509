import { STROKE_WEIGHT } from './paint-layers.js';

/** From the CSS pixels that a layer asks for to device pixels, as the canvas painter has it. */
const stroke = `
uniform float uRatio;
float stroke(float width) { return floor(width * ${STROKE_WEIGHT.toFixed(2)} * uRatio + 0.5); }
`;

/** Image pixels to device pixels of the surface, and those to clip space. */
const camera = `
uniform mat3 uCamera;
uniform vec2 uScreen;
uniform float uScale;
vec4 clip(vec2 device) { return vec4(device.x / uScreen.x * 2.0 - 1.0, 1.0 - device.y / uScreen.y * 2.0, 0.0, 1.0); }
`;

/** One instance is a box, an ellipse, or a line (a box without height); its stroke is as wide at any zoom. */
export const outlineVertex = `#version 300 es
precision highp float;
in vec2 aCorner;
in vec4 aBox;
in vec2 aTurn;
in vec4 aStyle;
in vec2 aHalo;
in vec4 aColour;
${stroke}${camera}
out vec2 vAt;
flat out vec2 vHalf;
flat out vec4 vStyle;
flat out vec2 vHalo;
flat out vec4 vColour;
void main() {
  vec2 half_ = aBox.zw * uScale;
  vec2 reach = half_ + stroke(aStyle.y) * 0.5 + uRatio + 1.0;
  vAt = aCorner * reach;
  vHalf = half_;
  vStyle = aStyle;
  vHalo = aHalo;
  vColour = aColour;
  vec2 turned = vec2(vAt.x * aTurn.x - vAt.y * aTurn.y, vAt.x * aTurn.y + vAt.y * aTurn.x);
  vec2 centre = (uCamera * vec3(aBox.xy, 1.0)).xy;
  gl_Position = clip(centre + mat2(uCamera) / uScale * turned);
}
`;

export const outlineFragment = `#version 300 es
precision highp float;
in vec2 vAt;
flat in vec2 vHalf;
flat in vec4 vStyle;
flat in vec2 vHalo;
flat in vec4 vColour;
${stroke}
out vec4 colour;
float box(vec2 p, vec2 b) {
  vec2 d = abs(p) - b;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float ellipse(vec2 p, vec2 r) {
  float k = length(p / r);
  return k < 0.001 ? -min(r.x, r.y) : k * (k - 1.0) / length(p / (r * r));
}
float along(vec2 p, vec2 b, bool round_) {
  if (round_) return atan(p.y / b.y, p.x / b.x) * (b.x + b.y) * 0.5;
  return abs(p.x) - b.x > abs(p.y) - b.y ? p.y : p.x;
}
float cover(float d) { return clamp(0.5 - d, 0.0, 1.0); }
void main() {
  bool round_ = vStyle.x > 0.5;
  float d = round_ ? ellipse(vAt, max(vHalf, vec2(0.01))) : box(vAt, vHalf);
  float edge = abs(d) - stroke(vStyle.y) * 0.5;
  float gap = vStyle.z > 0.5 && mod(along(vAt, vHalf, round_), 10.0 * uRatio) > 6.0 * uRatio ? 0.0 : 1.0;
  float stroke = vStyle.y > 0.0 ? cover(edge) * gap : 0.0;
  float rim = vStyle.y > 0.0 ? cover(edge - uRatio) * vHalo.y : 0.0;
  vec4 under = vec4(vColour.rgb, 1.0) * cover(d) * vStyle.w;
  vec4 halo = vec4(vec3(vHalo.x), 1.0) * rim;
  vec4 line = vec4(vColour.rgb, 1.0) * stroke;
  colour = halo + under * (1.0 - halo.a);
  colour = line + colour * (1.0 - line.a);
}
`;

export const fillVertex = `#version 300 es
precision highp float;
in vec2 aPosition;
in vec4 aColour;
${camera}
out vec4 vColour;
void main() {
  vColour = aColour;
  gl_Position = clip((uCamera * vec3(aPosition, 1.0)).xy);
}
`;

export const fillFragment = `#version 300 es
precision highp float;
in vec4 vColour;
out vec4 colour;
void main() { colour = vec4(vColour.rgb * vColour.a, vColour.a); }
`;
