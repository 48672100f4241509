import type { TagExample } from '../../contract/tag.js';
import { picture } from '../parts/example-pictures.js';

/** A person with the keypoints that COCO has. */
export const person: TagExample = {
  title: 'The pose of a person',
  config: `<View>
  <Image name="image" value="$image"/>
  <SkeletonLabels name="pose" toName="image">
    <Label value="Person"/>
    <Keypoint value="nose" x="50" y="6"/>
    <Keypoint value="left_eye" x="55" y="3"/>
    <Keypoint value="right_eye" x="45" y="3"/>
    <Keypoint value="left_ear" x="62" y="6"/>
    <Keypoint value="right_ear" x="38" y="6"/>
    <Keypoint value="left_shoulder" x="72" y="20"/>
    <Keypoint value="right_shoulder" x="28" y="20"/>
    <Keypoint value="left_elbow" x="88" y="36"/>
    <Keypoint value="right_elbow" x="12" y="36"/>
    <Keypoint value="left_wrist" x="100" y="50"/>
    <Keypoint value="right_wrist" x="0" y="50"/>
    <Keypoint value="left_hip" x="63" y="52"/>
    <Keypoint value="right_hip" x="37" y="52"/>
    <Keypoint value="left_knee" x="66" y="76"/>
    <Keypoint value="right_knee" x="34" y="76"/>
    <Keypoint value="left_ankle" x="68" y="100"/>
    <Keypoint value="right_ankle" x="32" y="100"/>
    <Edge from="left_ankle" to="left_knee"/>
    <Edge from="left_knee" to="left_hip"/>
    <Edge from="right_ankle" to="right_knee"/>
    <Edge from="right_knee" to="right_hip"/>
    <Edge from="left_hip" to="right_hip"/>
    <Edge from="left_shoulder" to="left_hip"/>
    <Edge from="right_shoulder" to="right_hip"/>
    <Edge from="left_shoulder" to="right_shoulder"/>
    <Edge from="left_shoulder" to="left_elbow"/>
    <Edge from="right_shoulder" to="right_elbow"/>
    <Edge from="left_elbow" to="left_wrist"/>
    <Edge from="right_elbow" to="right_wrist"/>
    <Edge from="left_eye" to="right_eye"/>
    <Edge from="nose" to="left_eye"/>
    <Edge from="nose" to="right_eye"/>
    <Edge from="left_eye" to="left_ear"/>
    <Edge from="right_eye" to="right_ear"/>
    <Edge from="left_ear" to="left_shoulder"/>
    <Edge from="right_ear" to="right_shoulder"/>
  </SkeletonLabels>
</View>`,
  data: {
    image: picture(
      '#eef',
      "<circle cx='100' cy='55' r='25' fill='#c97'/><path d='M60 90h80l20 80-20 5-15-45 5 160H105l-5-90-5 90H70l5-160-15 45-20-5z' fill='#57a'/>",
      [200, 320],
    ),
  },
};
