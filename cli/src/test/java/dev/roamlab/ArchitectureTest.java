package dev.roamlab;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** The design that a machine can check: who may import whom, and what an event loop must never do. */
@AnalyzeClasses(
        packages = "dev.roamlab",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** Test classes of other modules come in jars, which the library does not know for tests. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar") && !location.contains("/testkit");
        }
    }

    private static final String LAB = "dev.roamlab.lab..";
    private static final String OCPI = "dev.roamlab.ocpi..";
    private static final String OCPP = "dev.roamlab.ocpp..";
    private static final String PRICING = "dev.roamlab.pricing..";
    private static final String REPORTS = "dev.roamlab.reports..";
    private static final String NODE = "dev.roamlab.node..";
    private static final String CPO = "dev.roamlab.cpo..";
    private static final String EMSP = "dev.roamlab.emsp..";
    private static final String STATION = "dev.roamlab.station..";
    private static final String SCENARIOS = "dev.roamlab.scenarios..";
    private static final String CONFORMANCE = "dev.roamlab.conformance..";
    private static final String OPENAPI = "dev.roamlab.openapi..";
    private static final String CONTROL = "dev.roamlab.control..";
    private static final String CLI = "dev.roamlab.cli..";

    private static final String[] WIRE = {
        "dev.roamlab.ocpi.http..",
        "dev.roamlab.ocpp.link..",
        "dev.roamlab.ocpp.rpc..",
        "dev.roamlab.ocpp.intercept..",
        "dev.roamlab.station.replay..",
        "dev.roamlab.cpo.gateway..",
        "dev.roamlab.control.http..",
        "dev.roamlab.control.events.."
    };

    /** From the bottom up; a module sees what its rule names, and nothing else of ours. */
    @ArchTest
    static final ArchRule lab_sees_nothing = sees(LAB);

    @ArchTest
    static final ArchRule ocpi_sees_lab = sees(OCPI, LAB);

    @ArchTest
    static final ArchRule ocpp_sees_lab = sees(OCPP, LAB);

    @ArchTest
    static final ArchRule pricing_sees_ocpi = sees(PRICING, OCPI);

    @ArchTest
    static final ArchRule reports_see_lab = sees(REPORTS, LAB);

    @ArchTest
    static final ArchRule openapi_sees_nothing = sees(OPENAPI);

    @ArchTest
    static final ArchRule control_sees_the_stations = sees(CONTROL, STATION, OPENAPI, OCPP, LAB);

    @ArchTest
    static final ArchRule node_sees_vocabulary = sees(NODE, LAB, OPENAPI, OCPI, OCPP, PRICING, REPORTS);

    @ArchTest
    static final ArchRule cpo_sees_node_and_vocabulary = sees(CPO, NODE, LAB, OCPI, OCPP, PRICING, REPORTS);

    @ArchTest
    static final ArchRule emsp_sees_node_and_vocabulary = sees(EMSP, NODE, LAB, OCPI, PRICING, REPORTS);

    @ArchTest
    static final ArchRule stations_see_ocpp = sees(STATION, LAB, OCPP);

    @ArchTest
    static final ArchRule scenarios_see_the_systems =
            sees(SCENARIOS, NODE, CPO, EMSP, STATION, LAB, OCPI, OCPP, PRICING, REPORTS);

    @ArchTest
    static final ArchRule conformance_is_a_stranger = sees(CONFORMANCE, LAB, OCPI, REPORTS);

    @ArchTest
    static final ArchRule conformance_shares_words_not_codecs = noClasses()
            .that()
            .resideInAPackage(CONFORMANCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.roamlab.ocpi.json..", "dev.roamlab.ocpi.http..")
            .allowEmptyShould(true)
            .because("a suite that decodes answers with the code under test forgives its own bugs");

    @ArchTest
    static final ArchRule nothing_sees_the_command = noClasses()
            .that(resideInAnyPackage("dev.roamlab..").and(not(resideInAnyPackage(CLI))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI)
            .allowEmptyShould(true);

    /** OCPI's packages follow its modules, which refer to each other as the specification's do; a node is one unit. */
    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("dev.roamlab.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAnyPackage(OCPI, OCPP, NODE, CPO, EMSP), alwaysTrue())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_command_prints = noClasses()
            .that(resideInAnyPackage("dev.roamlab..").and(not(resideInAnyPackage(CLI, "dev.roamlab.bench.."))))
            .should()
            .accessTargetWhere(accessTo(System.class, "out", "err", "exit"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule time_comes_from_the_lab = noClasses()
            .that(labTimed())
            .should()
            .accessTargetWhere(accessTo(Instant.class, "now")
                    .or(accessTo(System.class, "currentTimeMillis"))
                    .or(accessTo(Clock.class, "systemUTC", "systemDefaultZone")))
            .allowEmptyShould(true)
            .because("a lab is repeatable only if everything in it takes time from its LabClock");

    /** How long a silent network is waited for is no matter of the lab: the packages that own a socket may use timers. */
    @ArchTest
    static final ArchRule timers_come_from_the_lab = noClasses()
            .that(labTimed().and(not(resideInAnyPackage(WIRE))).as("classes in a lab, except at its sockets"))
            .should()
            .accessTargetWhere(accessTo(Vertx.class, "setTimer", "setPeriodic", "timer"))
            .allowEmptyShould(true)
            .because("a lab is repeatable only if everything in it takes timers from its LabClock");

    @ArchTest
    static final ArchRule event_loops_never_wait = noClasses()
            .that(onEventLoops())
            .should()
            .accessTargetWhere(accessTo(Thread.class, "sleep", "join")
                    .or(accessTo(Future.class, "await"))
                    .or(accessTo(java.util.concurrent.Future.class, "get"))
                    .or(accessTo(java.util.concurrent.CompletableFuture.class, "join"))
                    .or(accessTo(CountDownLatch.class, "await"))
                    .or(accessTo(Semaphore.class, "acquire"))
                    .or(accessTo(BlockingQueue.class, "take", "put"))
                    .or(accessTo(Object.class, "wait")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule event_loops_touch_no_files = noClasses()
            .that(onEventLoops())
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|RandomAccessFile|File(Input|Output)Stream|File(Reader|Writer))")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_store_speaks_to_databases = noClasses()
            .that(resideInAnyPackage("dev.roamlab..").and(not(resideInAnyPackage("dev.roamlab.node.store.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..")
            .allowEmptyShould(true);

    /** A module may depend on itself, on those named, and on what is not ours. */
    private static ArchRule sees(String module, String... others) {
        String[] allowed = Stream.concat(Stream.of(module), Stream.of(others)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.roamlab..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }

    /**
     * Where code runs on event loops: the systems and the protocols; the store's workers, those who load
     * files and those who make keys wait for disks, so that nobody else has to.
     */
    private static DescribedPredicate<JavaClass> onEventLoops() {
        return resideInAnyPackage(OCPI, OCPP, OPENAPI, NODE, CPO, EMSP, STATION, CONTROL)
                .and(not(resideInAnyPackage(
                        "dev.roamlab.node.store..",
                        "dev.roamlab.node.config..",
                        "dev.roamlab.ocpi.files..",
                        "dev.roamlab.ocpp.security..")))
                .as("classes on event loops");
    }

    /**
     * The lab keeps the time; reports name files by it; the command looks at the real clock when it examines a machine; the
     * conformance suite examines strangers, whose time is real.
     */
    private static DescribedPredicate<JavaClass> labTimed() {
        return resideInAnyPackage("dev.roamlab..")
                .and(not(resideInAnyPackage(LAB, REPORTS, CONFORMANCE, CLI, "dev.roamlab.bench..")))
                .as("classes in a lab");
    }

    private static DescribedPredicate<JavaAccess<?>> accessTo(Class<?> type, String... members) {
        List<String> names = List.of(members);
        return DescribedPredicate.describe(
                "access to " + type.getSimpleName() + "." + names,
                access -> names.contains(access.getTarget().getName()) && owns(type, access.getTargetOwner()));
    }

    /** Everything is an Object, and has methods of the same names that do something else. */
    private static boolean owns(Class<?> type, JavaClass owner) {
        return type == Object.class ? owner.isEquivalentTo(type) : owner.isAssignableTo(type);
    }
}
