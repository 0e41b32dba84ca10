package dev.roamlab.testkit.browser;

/** What a page is looked at on; pixels are those of style sheets. */
public record Screen(int width, int height, boolean dark) {
    /** An ordinary laptop. */
    public static final Screen LAPTOP = new Screen(1366, 800, false);
    /** An ordinary phone, upright. */
    public static final Screen PHONE = new Screen(390, 844, false);

    /** The same screen of somebody who prefers dark pages. */
    public Screen inTheDark() {
        return new Screen(width, height, true);
    }

    boolean isPhone() {
        return width < 500;
    }
}
