package dev.roamlab.node.objects;

import dev.roamlab.ocpi.http.ListPage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pull brought.
 *
 * @param pages how many pages there were
 * @param taken objects stored
 * @param refused objects that were invalid, left out
 * @param foreign objects whose owner the partner does not speak for, left out
 */
public record Pulled(int pages, int taken, List<ListPage.Refused> refused, int foreign) {

    /** Before the first page. */
    public static final Pulled NOTHING = new Pulled(0, 0, List.of(), 0);

    public Pulled {
        refused = List.copyOf(refused);
    }

    /** With one page more. */
    public Pulled plus(int newlyTaken, List<ListPage.Refused> newlyRefused, int newlyForeign) {
        List<ListPage.Refused> all = new ArrayList<>(refused);
        all.addAll(newlyRefused);
        return new Pulled(pages + 1, taken + newlyTaken, all, foreign + newlyForeign);
    }
}
