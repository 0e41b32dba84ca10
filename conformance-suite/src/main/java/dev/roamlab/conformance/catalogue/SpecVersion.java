package dev.roamlab.conformance.catalogue;

/** A version of the specification that the catalogue covers. */
public enum SpecVersion implements Spelled {
    V2_2_1("2.2.1"),
    V2_3_0("2.3.0");

    private final String spelling;

    SpecVersion(String spelling) {
        this.spelling = spelling;
    }

    /** The number as it appears in version documents: {@code 2.2.1}. */
    @Override
    public String spelling() {
        return spelling;
    }
}
