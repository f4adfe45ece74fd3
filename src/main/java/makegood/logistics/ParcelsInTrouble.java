package makegood.logistics;

import makegood.orders.ParcelScanned;
import makegood.orders.Parcels;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A scan that tells of trouble opens its case at once. The scan itself is recorded whatever comes of it. */
@Component
class ParcelsInTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(ParcelsInTrouble.class);

    private final Parcels parcels;
    private final ParcelWatch watch;
    private final OwnTransaction own;

    ParcelsInTrouble(Parcels parcels, ParcelWatch watch, OwnTransaction own) {
        this.parcels = parcels;
        this.watch = watch;
        this.own = own;
    }

    @TransactionalEventListener
    void on(ParcelScanned scan) {
        switch (scan.kind()) {
            case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY -> {} // it moves
            case DELIVERED, REFUSED, DAMAGED, LOST, RETURNED_TO_SENDER ->
                Caller.asSystem(() -> look(scan.trackingNumber()));
        }
    }

    private void look(String trackingNumber) {
        try {
            own.run(() -> watch.look(parcels.inTrouble(trackingNumber), WatchFinding::ofTrouble, ParcelWatch.CASES));
        } catch (BusinessRefusal | RuntimeException failed) {
            LOG.error("the watch will look at parcel {} again", trackingNumber, failed);
        }
    }
}
