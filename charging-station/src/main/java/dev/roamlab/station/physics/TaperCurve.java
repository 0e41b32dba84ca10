package dev.roamlab.station.physics;

import java.util.List;

/**
 * How much power a battery takes at which state of charge: a step function, so that power is constant between two points
 * and its integral is exact.
 *
 * @param points ascending by state of charge, the first at 0
 */
public record TaperCurve(List<Point> points) {

    /**
     * From this state of charge on, the battery takes at most this power.
     *
     * @param soc per cent, from 0 and below 100
     * @param maxKw above 0
     */
    public record Point(double soc, double maxKw) {
        public Point {
            Checks.within("soc", soc, 0, 99.999);
            Checks.positive("maxKw", maxKw);
        }
    }

    public TaperCurve {
        points = List.copyOf(points);
        if (points.isEmpty() || points.get(0).soc() != 0) {
            throw new IllegalArgumentException("taper: must begin with a point at soc 0");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).soc() <= points.get(i - 1).soc()) {
                throw new IllegalArgumentException("taper: soc " + points.get(i).soc() + " after "
                        + points.get(i - 1).soc() + ", must ascend");
            }
        }
    }

    /** The same power at every state of charge. */
    public static TaperCurve flat(double maxKw) {
        return new TaperCurve(List.of(new Point(0, maxKw)));
    }

    /** What the battery takes at a state of charge, in kW. */
    public double maxKw(double soc) {
        return points.get(stepAt(soc)).maxKw();
    }

    /** Where the step that holds a state of charge begins, in per cent. */
    double stepStart(double soc) {
        return points.get(stepAt(soc)).soc();
    }

    /** Where the step that holds a state of charge ends, in per cent; 100 for the last. */
    double stepEnd(double soc) {
        int next = stepAt(soc) + 1;
        return next < points.size() ? points.get(next).soc() : 100;
    }

    private int stepAt(double soc) {
        int step = points.size() - 1;
        while (step > 0 && points.get(step).soc() > soc) {
            step--;
        }
        return step;
    }
}
