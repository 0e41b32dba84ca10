package dev.roamlab.node.faults;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to spoil the URLs of pushed objects, which end in country code, party id and the object's own ids. */
final class Urls {
    private static final Pattern OWNER = Pattern.compile("/[A-Z]{2}/[A-Z0-9]{3}(?=/)");

    private Urls() {}

    /** The owner's ids are left out. */
    static UnaryOperator<String> withoutOwner() {
        return owner("");
    }

    /** Another country. */
    static UnaryOperator<String> otherCountry() {
        return url -> changed(url, owner -> owner.startsWith("/XX") ? owner : "/XX" + owner.substring(3));
    }

    /** Another party. */
    static UnaryOperator<String> otherParty() {
        return url -> changed(url, owner -> owner.substring(0, 4) + "ZZZ");
    }

    /** Something behind the last segment. */
    static UnaryOperator<String> followedBy(String more) {
        return url -> {
            int query = url.indexOf('?');
            return query < 0 ? url + more : url.substring(0, query) + more + url.substring(query);
        };
    }

    private static UnaryOperator<String> owner(String instead) {
        return url -> changed(url, owner -> instead);
    }

    private static String changed(String url, UnaryOperator<String> change) {
        Matcher owner = OWNER.matcher(url);
        return owner.find()
                ? url.substring(0, owner.start()) + change.apply(owner.group()) + url.substring(owner.end())
                : url;
    }
}
