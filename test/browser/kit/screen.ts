/** What a journey is made with. */
export type Screen = Readonly<{ name: string; width: number; javaScript: boolean }>;

export const desk: Screen = { name: 'at a desk', width: 1280, javaScript: true };
export const phone: Screen = { name: 'on a phone, 360 pixels wide', width: 360, javaScript: true };
export const plain: Screen = { name: 'without JavaScript', width: 1280, javaScript: false };

/** The screens on which what people do most is done. */
export const screens: ReadonlyArray<Screen> = [desk, phone, plain];
